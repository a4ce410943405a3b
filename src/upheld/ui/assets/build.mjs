// Builds what a page loads: one stylesheet, two scripts, two fonts, the icons; and what the desk adds to them. Every file is written under its plain
// name's hashed twin (upheld.1a2b3c4d5e.css), so that browsers may keep it for ever; manifest.json says which is which.
// Beside them, in a folder that is not served, the fonts of what is printed: whole, because a text may need any letter.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../../../..");
const target = resolve(here, "../static/ui");
const modules = join(root, "node_modules");
const manifest = {};

// The Latin part of each family, all weights in one file.
const fonts = {
  "atkinson.woff2": "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  "source-serif.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
};

// The faces that a PDF is set in, and their licence.
const paper = resolve(here, "../fonts");
const printed = "@expo-google-fonts/source-serif-4";
const faces = ["400Regular", "400Regular_Italic", "600SemiBold"];

function write(name, content) {
  const bytes = Buffer.from(content);
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const extension = extname(name);
  const hashed = `${basename(name, extension)}.${digest}${extension}`;
  writeFileSync(join(target, hashed), bytes);
  if (extension !== ".woff2" && extension !== ".png") {
    writeFileSync(join(target, `${hashed}.br`), brotliCompressSync(bytes));
    writeFileSync(join(target, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
  }
  manifest[`ui/${name}`] = `ui/${hashed}`;
  return hashed;
}

function stylesheet(entry) {
  const { css } = compile(join(here, "scss", entry), {
    style: "compressed",
    loadPaths: [modules],
    quietDeps: true,
    silenceDeprecations: ["import"],  // GOV.UK Frontend's own way of being configured
  });
  // A font is found by its hashed name; the stylesheet's own hash then covers the fonts too.
  return css.replace(/url\("?([\w-]+\.woff2)"?\)/g, (_, name) => `url(${basename(manifest[`ui/${name}`])})`);
}

function script(entry, format) {
  const result = buildSync({
    entryPoints: [join(here, "js", entry)],
    nodePaths: [modules],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: ["es2020"],
    legalComments: "none",
  });
  return result.outputFiles[0].contents;
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const [name, source] of Object.entries(fonts)) write(name, readFileSync(join(modules, source)));
for (const name of readdirSync(join(here, "images")).sort()) write(name, readFileSync(join(here, "images", name)));
write("upheld.css", stylesheet("upheld.scss"));
write("upheld.js", script("upheld.js", "esm"));
write("desk.css", stylesheet("desk.scss"));
write("desk.js", script("desk.js", "esm"));
write("analytics.js", script("analytics.js", "iife"));
writeFileSync(join(target, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);

rmSync(paper, { recursive: true, force: true });
mkdirSync(paper, { recursive: true });
for (const face of faces) {
  copyFileSync(join(modules, printed, face, `SourceSerif4_${face}.ttf`), join(paper, `SourceSerif4_${face}.ttf`));
}
copyFileSync(join(modules, printed, "LICENSE_FONT"), join(paper, "LICENSE"));
