// The contents beside a long text say where its reader is.

export function markWhereOneIs(contents) {
  const places = [];
  for (const link of contents.querySelectorAll("a[href^='#']")) {
    const target = document.getElementById(link.hash.slice(1));
    if (target) places.push([target, link]);
  }
  let current;
  let waiting = false;

  function mark() {
    waiting = false;
    const passed = places.filter(([target]) => target.getBoundingClientRect().top < innerHeight / 3);
    const link = passed.at(-1)?.[1];
    if (link === current) return;
    current?.removeAttribute("aria-current");
    current = link;
    current?.setAttribute("aria-current", "true");
  }

  function soon() {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }

  if (!places.length) return;
  addEventListener("scroll", soon, { passive: true });
  mark();
}
