// The contents beside a long text say where its reader is.

export function markWhereOneIs(contents) {
  const links = new Map();
  for (const link of contents.querySelectorAll("a[href^='#']")) {
    const target = document.getElementById(link.hash.slice(1));
    if (target) links.set(target, link);
  }
  if (!links.size || !window.IntersectionObserver) return;
  let current;

  function mark() {
    const passed = [...links.keys()].filter((node) => node.getBoundingClientRect().top < innerHeight / 3);
    const link = links.get(passed.at(-1));
    if (link === current) return;
    current?.removeAttribute("aria-current");
    current = link;
    current?.setAttribute("aria-current", "true");
  }

  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const node of links.keys()) observer.observe(node);
  mark();
}
