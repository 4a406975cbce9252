// Saves the answers of a rating page as they are given. Where it does not run, the page's buttons do the same.
(() => {
  const form = document.querySelector("form[data-save]");
  if (!form) return;
  const url = form.dataset.save;
  const status = document.getElementById("save-status");
  let timer;
  let isDirty = false;
  let isSaving = false;
  const say = (what) => {
    status.textContent = status.dataset[what];
  };
  async function save() {
    clearTimeout(timer);
    if (isSaving) return;
    isSaving = true;
    // One after another: what was given last is what stays.
    while (isDirty) {
      isDirty = false;
      try {
        const answer = await fetch(url, { method: "POST", body: new FormData(form), credentials: "omit" });
        if (answer.status >= 500) throw answer;
        if (answer.ok) say("saved");
        else location.reload();
      } catch {
        isDirty = true;
        say("failed");
        timer = setTimeout(save, 5000);
        break;
      }
    }
    isSaving = false;
  }
  form.addEventListener("input", ({ target }) => {
    isDirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, target.type === "radio" ? 0 : 1000);
  });
  form.addEventListener("submit", () => {
    isDirty = false;
    clearTimeout(timer);
  });
  // Given before this script had come.
  const isChanged = (field) =>
    field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  isDirty = [...form.querySelectorAll("textarea, [type=radio]")].some(isChanged);
  if (isDirty) save();
  addEventListener("pagehide", () => {
    if (isDirty) navigator.sendBeacon(url, new FormData(form));
  });
})();
