/** Moves and scales a picture by dragging, wheel and two fingers, through its viewBox. */
export function panAndZoom(picture: SVGSVGElement): void {
  const box = picture.viewBox.baseVal;
  const whole = { width: box.width, height: box.height };
  const fingers = new Map<number, DOMPoint>();

  /** A point of the screen in the picture's own units. */
  const toPicture = (x: number, y: number): DOMPoint =>
    new DOMPoint(x, y).matrixTransform(picture.getScreenCTM()?.inverse());

  function zoom(x: number, y: number, factor: number): void {
    const at = toPicture(x, y);
    const width = Math.min(whole.width, Math.max(whole.width / 40, box.width * factor));
    const ratio = width / box.width;
    box.x = at.x - (at.x - box.x) * ratio;
    box.y = at.y - (at.y - box.y) * ratio;
    box.width = width;
    box.height *= ratio;
  }

  function move(event: PointerEvent): void {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = new DOMPoint(event.clientX, event.clientY);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const distance = (p: DOMPoint): number => Math.hypot(p.x - other.x, p.y - other.y) || 1;
      zoom((now.x + other.x) / 2, (now.y + other.y) / 2, distance(before) / distance(now));
    } else {
      const [a, b] = [toPicture(before.x, before.y), toPicture(now.x, now.y)];
      box.x -= b.x - a.x;
      box.y -= b.y - a.y;
    }
    fingers.set(event.pointerId, now);
  }

  picture.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      zoom(event.clientX, event.clientY, event.deltaY > 0 ? 1.15 : 1 / 1.15);
    },
    { passive: false },
  );
  picture.addEventListener('pointerdown', (event) =>
    fingers.set(event.pointerId, new DOMPoint(event.clientX, event.clientY)),
  );
  picture.addEventListener('pointermove', move);
  for (const end of ['pointerup', 'pointercancel', 'pointerleave'] as const) {
    picture.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
}
