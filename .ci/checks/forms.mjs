// Fills in the forms of the three clients, by the labels of their fields. A value is a text, or a list where several may be chosen.

/** A form on a card of the local chat. */
export function localFields(card) {
  const field = (label) => card.locator("label.field, fieldset").filter({ hasText: new RegExp(`^\\s*${label}`) }).first();
  return {
    fill: async (values) => {
      for (const [label, value] of Object.entries(values)) {
        const box = field(label);
        if (Array.isArray(value)) {
          for (const each of value) await box.getByLabel(new RegExp(`^${each}\\b`)).check();
        } else if (await box.locator("select").count()) {
          const options = await box.locator("option").allInnerTexts();
          await box.locator("select").selectOption({ label: options.find((option) => option.startsWith(value)) });
        } else if (await box.locator("[type=radio]").count()) {
          await box.getByLabel(new RegExp(`^${value}\\b`)).check();
        } else await box.locator("input, textarea").first().fill(value);
      }
    },
    value: (label) => field(label).locator("input, textarea").first().inputValue(),
  };
}

/** A modal of local-slack. */
export function modalFields(box) {
  const field = (label) => box.locator(".bk-input").filter({ hasText: new RegExp(`^\\s*${label}`) }).first();
  const typed = ".bk-plain-input, input[type=number]";
  return {
    fill: async (values) => {
      for (const [label, value] of Object.entries(values)) {
        const input = field(label);
        if (await input.locator("select").count()) {
          const options = await input.locator("option").allInnerTexts();
          const wanted = [value].flat().map((each) => ({ label: options.find((option) => option.startsWith(each)) }));
          await input.locator("select").selectOption(wanted);
        } else if (await input.locator(typed).count()) await input.locator(typed).first().fill(value);
        else for (const each of [value].flat()) await input.getByText(each).first().click();
      }
    },
    value: (label) => field(label).locator(typed).first().inputValue(),
  };
}

/** A form on a card of the playground. */
export function cardFields(page, card) {
  const field = (label) => card.getByLabel(new RegExp(`^${label}`)).first();
  return {
    fill: async (values) => {
      for (const [label, value] of Object.entries(values)) {
        const box = field(label);
        if (await box.evaluate((node) => node.matches("input:not([role=combobox], [type=checkbox], [type=radio]), textarea"))) await box.fill(value);
        else if ((await box.getAttribute("role")) === "combobox") {
          for (const each of [value].flat()) {
            await box.click();
            await page.getByRole("option", { name: new RegExp(`^${each}\\b`) }).click();
          }
          if (Array.isArray(value)) await page.keyboard.press("Escape");
        } else if (Array.isArray(value)) {
          for (const each of value) await card.getByRole("checkbox", { name: new RegExp(`\\b${each} `) }).check();
        } else await box.getByLabel(new RegExp(`^${value}\\b`)).first().check();
      }
    },
    value: (label) => field(label).inputValue(),
  };
}
