// The buttons that copy. Where the clipboard is refused, the text is selected: then two keys will do.

function select(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

/** Each `[data-copies]` names what it copies. */
export function copies(tell) {
  for (const button of document.querySelectorAll('[data-copies]')) {
    const text = document.getElementById(button.dataset.copies);
    button.addEventListener('click', async () => {
      select(text);
      try {
        await navigator.clipboard.writeText(text.textContent);
        tell('Gekopieerd.');
        button.dataset.done = '';
        setTimeout(() => delete button.dataset.done, 2000);
      } catch {
        tell('Kopiëren lukt hier niet vanzelf. De tekst is geselecteerd: druk op Ctrl en C (op een Mac: Cmd en C).');
      }
    });
  }
}
