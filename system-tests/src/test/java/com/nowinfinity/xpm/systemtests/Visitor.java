package com.nowinfinity.xpm.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.nowinfinity.xpm.standalone.access.Access;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at a browser of their own. Whatever the console complains of is kept, and must be nothing in the end. */
final class Visitor implements AutoCloseable {

    private static final int HEIGHT = 900;
    private static final double PATIENCE_MILLIS = 60_000;
    private static final Path SCREENSHOTS = Path.of(System.getProperty("screenshots", "target/screenshots"));

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    static Browser.NewContextOptions options(String portal, int width) {
        return new Browser.NewContextOptions()
                .setBaseURL(portal)
                .setViewportSize(width, HEIGHT)
                .setLocale("en-AU")
                .setAcceptDownloads(true);
    }

    Page page() {
        return page;
    }

    void signIn(Access.User user) {
        open("/");
        page.getByLabel("Name").fill(user.name());
        page.getByLabel("Password").fill(user.password());
        press("Sign in");
        sees(heading("Overview"));
    }

    void open(String path) {
        page.navigate(path);
    }

    /** The path of the page, without what stands before it. */
    String path() {
        return java.net.URI.create(page.url()).getPath();
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).first().click();
    }

    /** A button of the dialog that is open. */
    void pressInDialog(String button) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text))
                .first();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    void sees(Locator what) {
        assertThat(what).isVisible();
    }

    void sees(String text) {
        sees(page.getByText(text).first());
    }

    /** Waits as long as the page's own refreshing takes; nothing is reloaded by hand. */
    void waitsFor(String text, double millis) {
        page.getByText(text).first().waitFor(new Locator.WaitForOptions().setTimeout(millis));
    }

    /** As {@link #waitsFor}, for a text that also stands inside others. */
    void waitsForExactly(String text, double millis) {
        page.getByText(text, new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(millis));
    }

    void arrivesAt(Pattern url) {
        page.waitForURL(url);
    }

    Path downloads(Runnable click) {
        Download download = page.waitForDownload(click);
        Path file = SCREENSHOTS.resolveSibling("downloads").resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    /** Keeps a picture of the page, and holds it to the rules of accessibility. */
    void looksAt(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
        List<String> broken = new AxeBuilder(page)
                .analyze().getViolations().stream().map(Visitor::told).toList();
        assertThat(broken).as("accessibility of " + name).isEmpty();
        Object wider = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(wider).as(name + " is wider than its window").isEqualTo(false);
    }

    private static String told(Rule rule) {
        return rule.getId() + " " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> String.valueOf(node.getHtml()))
                        .toList();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }
}
