// Shows, beside the words under the pointer or the focus, the notes that the page has on them; without it they are links.
"use strict";
(() => {
  const text = document.querySelector(".story-text");
  if (!text) return;
  const card = document.createElement("div");
  card.id = "card";
  card.hidden = true;
  card.setAttribute("role", "status");
  document.body.append(card);
  let shown = "";

  const notesOf = (marks) => marks.map((mark) => document.getElementById(mark)).filter(Boolean);

  const show = (place, marks) => {
    const key = marks.join(" ");
    if (key === shown) return;
    hide();
    shown = key;
    for (const note of notesOf(marks)) {
      note.classList.add("near");
      const copy = note.cloneNode(true);
      copy.removeAttribute("id");
      copy.classList.remove("near");
      copy.querySelectorAll("details").forEach((one) => one.remove());
      card.append(copy);
    }
    if (!card.firstChild) return;
    card.hidden = false;
    const box = place.getBoundingClientRect();
    const left = Math.min(box.left, window.innerWidth - card.offsetWidth - 8);
    const below = box.bottom + card.offsetHeight + 8 < window.innerHeight;
    const top = below ? box.bottom + 6 : Math.max(4, box.top - card.offsetHeight - 6);
    card.style.left = `${Math.max(4, left) + window.scrollX}px`;
    card.style.top = `${top + window.scrollY}px`;
  };

  const hide = () => {
    shown = "";
    card.hidden = true;
    card.replaceChildren();
    document.querySelectorAll(".noted.near").forEach((one) => one.classList.remove("near"));
  };

  const marksOf = (node) => {
    const note = node.closest("a.note");
    if (note) return [note.hash.slice(1)];
    const mark = node.closest("[data-marks]");
    return mark ? mark.dataset.marks.split(" ") : [];
  };
  const follow = (event) => {
    const marks = marksOf(event.target);
    if (marks.length) show(event.target, marks);
    else hide();
  };
  text.addEventListener("pointerover", follow);
  text.addEventListener("focusin", follow);
  text.addEventListener("pointerleave", hide);
  text.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();
