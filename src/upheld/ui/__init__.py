"""Templates, components, assets and the component gallery."""
