// Holds a conversation in the local chat with a real browser, at desktop and phone width, and takes screenshots. Usage: node chat.mjs <jar> <directory for screenshots>
import assert from "node:assert/strict";
import { join } from "node:path";
import { freshData, startBot, until } from "./bot.mjs";
import { checks, openPage, withCleanup } from "./client.mjs";

const [jar, out] = process.argv.slice(2);

await withCleanup(async (later) => {
  const data = freshData();
  later(async () => data.remove());
  const bot = await startBot(jar, join(data.directory, "store"));
  later(() => bot.stop());
  const { page: blank, close } = await openPage("about:blank");
  later(close);
  const broken = [];
  const { check, done } = checks(async () => console.log(broken.join("\n")));

  /** A page of a browser that was never here; `prepare` is called before it asks for anything. */
  async function open(width, height, colorScheme = "light", prepare = async () => {}) {
    const context = await blank.context().browser().newContext({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    page.on("pageerror", (error) => broken.push(error.stack));
    await prepare(page);
    await page.goto(bot.url);
    await page.locator("#composer #text").waitFor();
    return page;
  }

  const page = await open(1280, 800);

  await check("the welcome suggests questions", async () => {
    assert.ok((await page.locator("#suggestions button").count()) >= 3);
    await page.screenshot({ path: join(out, "chat-welcome.png") });
  });

  await check("Enter sends, and Now shows five rows of six", async () => {
    await page.locator("#text").focus();
    await page.keyboard.type("/roadmap now");
    await page.keyboard.press("Enter");
    assert.match(await answer(page, 1), /^Now: 6 bets/);
    await page.screenshot({ path: join(out, "chat-now.png") });
  });

  await check("Show all is reached with Tab and shows the sixth", async () => {
    const button = page.getByRole("button", { name: "Show all 6" });
    await button.focus();
    await page.keyboard.press("Enter");
    assert.match(await answer(page, 2), /I6 /);
  });

  await check("the line to an OKR is drawn", async () => {
    await page.locator("#text").focus();
    await page.keyboard.type("which OKR does the onboarding wizard serve?");
    await page.keyboard.press("Enter");
    assert.match(await answer(page, 3), /Onboarding wizard \(I3\) serves O1/);
    await page.screenshot({ path: join(out, "chat-line.png") });
  });

  await check("two names that fit are asked about", async () => {
    await page.locator("#text").fill("why schedule");
    await page.keyboard.press("Enter");
    assert.match(await answer(page, 4), /Did you mean/);
    await page.screenshot({ path: join(out, "chat-did-you-mean.png") });
  });

  await check("a PM records a line with a form", async () => {
    await page.locator("#person").selectOption({ label: await label(page, "Maya") });
    await page.locator("#text").fill("/roadmap link I6");
    await page.keyboard.press("Enter");
    assert.match(await answer(page, 1), /Which key result does Dark mode \(I6\) serve\?/);
    await page.screenshot({ path: join(out, "chat-form.png") });
    await page.locator("#messages .card select, #messages .card input[type=radio]").first().waitFor();
    const select = page.locator("#messages .card select").first();
    if (await select.count()) await select.selectOption("O5-KR1");
    else await page.locator("#messages .card input[value='O5-KR1']").check();
    await page.getByRole("button", { name: "Record the line" }).click();
    assert.match(await answer(page, 2), /Recorded: Dark mode \(I6\) serves O5-KR1/);
  });

  await check("a phone shows it without scrolling sideways", async () => {
    for (const scheme of ["light", "dark"]) {
      const phone = await open(360, 740, scheme);
      await phone.locator("#text").fill("/roadmap now");
      await phone.keyboard.press("Enter");
      await phone.waitForFunction(() => document.querySelectorAll("#messages .card").length >= 1);
      const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wider <= 0, `${wider} px too wide`);
      await phone.screenshot({ path: join(out, `chat-phone-${scheme}.png`) });
      await phone.context().close();
    }
  });

  await check("who writes before it is known who it is loses nothing", async () => {
    let known;
    const page = await open(1280, 800, "light", (page) => page.route("**/local/people", async (route) => {
      await new Promise((resolve) => { known = resolve; });
      await route.continue();
    }));
    await page.locator("#text").fill("/roadmap next");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#text").inputValue(), "/roadmap next");
    await until("the people are asked for", () => known);
    known();
    await page.locator("#messages .card").filter({ hasText: /^Next: / }).waitFor();
    assert.equal(await page.locator("#messages li.own").filter({ hasText: "/roadmap next" }).count(), 1);
    await page.context().close();
  });

  await check("the page never broke", async () => assert.deepEqual(broken, []));
  done();
});

/** The newest message of the bot, once there are `count` of them. */
async function answer(page, count) {
  await page.waitForFunction((wanted) => document.querySelectorAll("#messages .card").length >= wanted, count);
  return page.locator("#messages .card").last().innerText();
}

async function label(page, name) {
  const options = await page.locator("#person option").allInnerTexts();
  return options.find((option) => option.startsWith(name));
}
