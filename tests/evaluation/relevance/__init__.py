"""How well decisions are found: known ones by their words, and what people ask by what a person judged to fit."""
