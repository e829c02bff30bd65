package com.nowinfinity.xpm.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.nowinfinity.xpm.standalone.access.Access;
import com.nowinfinity.xpm.standalone.access.Access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Steps A, B and C and what comes after, as one story in a browser: one system, in this order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserStoryIT {

    private static final Duration ARRIVAL = Duration.ofSeconds(90);
    private static final double RUN_MILLIS = 180_000;
    private static final String SETTINGS = "/settings/practice-management";
    private static final Pattern WITH_CLIENTS = Pattern.compile(", \\d+ clients?$");
    private static final Pattern RUN_PAGE = Pattern.compile(".*/sync-runs/[^/]+$");

    /** The row that is resolved by a push, as the report before had it. */
    private JsonNode pushed = MissingNode.getInstance();

    private final Chromium chromium = Chromium.start();

    private final RunningSystem system = start();
    private final Access access = system.access();
    private final Desk desk = new Desk(access);
    private final Visitor mia = chromium.visitor(access.portal().toString(), 1280);

    private static RunningSystem start() {
        return RunningSystem.start(
                RunningSystem.folder("browser").resolve("data"),
                "--port-base",
                Integer.toString(PortBase.free()),
                "--seed",
                "3");
    }

    @BeforeAll
    void signsIn() {
        mia.open("/");
        mia.looksAt("01-sign-in");
        mia.signIn(access.user("harbour", Role.MANAGE));
        mia.looksAt("02-overview");
    }

    @AfterAll
    void stop() {
        mia.close();
        chromium.close();
        system.close();
    }

    private Page page() {
        return mia.page();
    }

    private static String of(String business, String path) {
        return "/businesses/" + business + path;
    }

    @Test
    @Order(1)
    void stepAConnectsAndChoosesOneOfTwoOrganisations() {
        mia.follow("Settings");
        mia.sees("Not connected");
        mia.looksAt("03-not-connected");

        mia.press("Connect");
        mia.press("Allow access");

        mia.sees("You have several");
        mia.looksAt("04-choose-organisation");
        page().getByRole(AriaRole.RADIO).first().check();
        mia.press("Use organisation");

        mia.sees("This organisation is in use now");
        mia.sees("Connected by");
        assertThat(desk.connection().path("state").asString()).isEqualTo("CONNECTED");
        mia.looksAt("05-connected");
    }

    @Test
    @Order(2)
    void followingWaitsForAReport() {
        mia.press("Switch following on");

        mia.sees("Run Sync Data to its end and look at the report");
    }

    @Test
    @Order(3)
    void stepBSavesLabels() {
        page().getByLabel("Trust", new Page.GetByLabelOptions().setExact(true))
                .fill("Trust, Estate, Discretionary Trust");
        mia.press("Save");

        mia.sees("The labels are saved.");
        assertThat(page().getByLabel("Trust", new Page.GetByLabelOptions().setExact(true))
                        .inputValue())
                .isEqualTo("Trust, Estate, Discretionary Trust");
        mia.looksAt("06-labels");
    }

    @Test
    @Order(4)
    void stepCRunsSurvivesAReloadTellsAndDeliversTheReport() throws IOException {
        mia.follow("Xero: Sync Data");
        mia.looksAt("07-sync-data");
        mia.press("Sync Data");
        assertThat(page().getByLabel("Refresh data").isChecked()).isFalse();
        mia.looksAt("08-sync-dialog");
        mia.pressInDialog("Run");
        mia.arrivesAt(RUN_PAGE);
        String run = mia.path();
        mia.looksAt("09-running");

        page().reload();

        assertThat(mia.path()).isEqualTo(run);
        mia.waitsFor("See the report", RUN_MILLIS);
        page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Notifications 1 unread"))
                .waitFor();
        mia.looksAt("10-completed");
        mia.follow("Notifications");
        mia.looksAt("11-notifications");
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Open: .*ready.*")))
                .click();
        mia.sees(mia.heading("Discrepancy report"));
        mia.looksAt("12-report");

        Path workbook = mia.downloads(() -> mia.follow("Excel"));

        assertThat(rows(workbook)).isGreaterThan(desk.discrepancies().size());
        assertThat(desk.discrepancies()).isNotEmpty();
        for (String format : new String[] {"CSV", "JSON"}) {
            assertThat(mia.downloads(() -> mia.follow(format))).isNotEmptyFile();
        }
        Page paper = page().waitForPopup(() -> mia.follow("To print"));
        assertThat(paper.getByText("This is the first report.").count()).isEqualTo(1);
        assertThat(paper.evaluate("getComputedStyle(document.querySelector('table.rows')).tableLayout"))
                .as("the page keeps its own style")
                .isEqualTo("fixed");
        paper.close();
    }

    private static long rows(Path workbook) throws IOException {
        try (InputStream in = Files.newInputStream(workbook);
                ReadableWorkbook opened = new ReadableWorkbook(in)) {
            return opened.getSheets()
                    .mapToLong(sheet -> {
                        try (var rows = sheet.openStream()) {
                            return rows.count();
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .sum();
        }
    }

    @Test
    @Order(5)
    void offersTheLabelsThatXpmShows() {
        mia.follow("Settings");
        Locator partnership = page().getByLabel("Partnership", new Page.GetByLabelOptions().setExact(true));
        partnership.fill("");
        mia.press("Save");
        mia.sees("Seen in XPM, and not in the list above");
        mia.looksAt("13-labels-offered");

        mia.press("Add Partnership");

        mia.sees("\"Partnership\" is added.");
        assertThat(partnership.inputValue()).isEqualTo("Partnership");
    }

    @Test
    @Order(6)
    void listsDiscrepanciesEntitiesAndOffers() {
        mia.follow("Discrepancies");
        mia.looksAt("14-discrepancies");
        page().getByLabel("Kind").selectOption("missing-in-xpm");
        mia.press("Show");
        mia.sees(page().locator("td").getByText("Missing in XPM").first());

        mia.open(of("harbour", "/discrepancies?kind=ambiguous-match"));
        page().getByText("Decide about").first().click();
        mia.sees("Which client is it?");
        mia.looksAt("14-decide-which-client");
        mia.follow("None of these: find another client");
        page().getByLabel("Name, ACN or ABN").fill("a");
        mia.press("Search");
        mia.sees("Found for");
        mia.looksAt("14-which-client");

        mia.follow("Entities");
        mia.sees(page().getByText("Linked to XPM").first());
        mia.looksAt("15-entities");
        page().getByLabel("Name, ACN or ABN").fill("no such name");
        mia.press("Search");
        mia.sees("Nothing fits");

        mia.follow("Offers from XPM");
        mia.looksAt("16-offers");
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Take .*")))
                .first()
                .click();
        mia.sees("is in NowInfinity now");
        mia.looksAt("17-taken");
    }

    @Test
    @Order(7)
    void pushesAnEntityIntoXpm() {
        JsonNode missing = desk.discrepancies().stream()
                .filter(row -> row.path("kind").asString().equals("missing-in-xpm"))
                .filter(row -> row.path("entityKind").asString().equals("COMPANY"))
                .findFirst()
                .orElseThrow();
        String entityId = missing.path("entityId").asString();
        mia.open(of("harbour", "/entities/" + entityId));
        mia.press("Push to XPM");
        String group = choosesAnExistingGroup();
        mia.looksAt("18-push-dialog");
        mia.pressInDialog("Preview");
        mia.sees("This would be done");
        mia.looksAt("19-push-plan");

        mia.press("Push now");

        mia.waitsForExactly("Done", RUN_MILLIS);
        mia.sees(mia.heading("Outcomes"));
        mia.sees(page().getByText("Created", new Page.GetByTextOptions().setExact(true))
                .first());
        mia.looksAt("20-pushed");
        await("the company in XPM")
                .atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(
                                desk.groupsInXpm(missing.path("entityName").asString()))
                        .contains(group));
        await("its story")
                .atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(desk.stepsOf(entityId)).contains("Created in Practice Manager"));
        mia.open(of("harbour", "/entities/" + entityId));
        mia.sees("Created in Practice Manager");
        mia.looksAt("20-its-story");
    }

    /** By its name, out of those that XPM has. */
    private String choosesAnExistingGroup() {
        page().getByLabel("An existing group").check();
        Locator groups = page().getByLabel("The existing group");
        Locator offered = groups.locator("option");
        PlaywrightAssertions.assertThat(offered.last()).hasText(WITH_CLIENTS);
        String label = offered.last().textContent();
        String name = label.substring(0, label.lastIndexOf(','));
        page().getByLabel("Find it by its name").fill(name);
        PlaywrightAssertions.assertThat(offered.first()).containsText(name);
        groups.selectOption(label);
        return name;
    }

    @Test
    @Order(8)
    void acceptsADiscrepancy() {
        mia.open(of("harbour", "/discrepancies?kind=field-differs"));
        page().getByText("Decide about").first().click();
        mia.looksAt("20-decide");
        page().getByPlaceholder("Why it may stay").first().fill("Agreed with the client");
        mia.press("Accept as it is");
        mia.waitsForExactly("Done", RUN_MILLIS);
        mia.looksAt("20-decided");

        await("the acceptance")
                .atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(desk.discrepancies())
                        .anyMatch(row -> row.path("state").asString().equals("ACCEPTED")));
    }

    @Test
    @Order(9)
    void asksForAChangeInNowInfinityWhereXpmIsRight() {
        JsonNode row = desk.fieldThatDiffers("COMPANY", "addresses.PRINCIPAL_PLACE");
        mia.open(of("harbour", "/entities/" + row.path("entityId").asString()));

        decide("Principal place of business", "Change in NowInfinity");

        mia.waitsForExactly("Done", RUN_MILLIS);
        mia.sees("You decided that the record in NowInfinity has to change.");
        mia.looksAt("20-change-requested");
        mia.follow("Record the change");
        mia.sees(mia.heading("Corporate Messenger change"));
    }

    private void decide(String field, String action) {
        Locator row = decisionsAbout(field).first();
        row.locator("summary").click();
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(action))
                .click();
    }

    private Locator decisionsAbout(String field) {
        return page().locator("details.decide").filter(new Locator.FilterOptions().setHasText(", " + field));
    }

    @Test
    @Order(10)
    void resolvesADiscrepancyByPushingOurValue() {
        pushed = desk.contactFieldToPush();
        String label = labelOf(pushed);
        String clientId = pushed.path("clientId").asString();
        String theirs = desk.inXpm(clientId, label);
        assertThat(theirs).isEqualToIgnoringWhitespace(pushed.path("xpm").asString(""));
        mia.open(of("harbour", "/entities/" + pushed.path("entityId").asString()));

        decide(pushed.path("fieldName").asString(), "Push to XPM");
        mia.sees("This would be done");
        mia.sees(page().getByRole(
                        AriaRole.CELL,
                        new Page.GetByRoleOptions()
                                .setName(pushed.path("nowInfinity").asString())
                                .setExact(true)));
        mia.looksAt("20-push-planned");
        assertThat(desk.inXpm(clientId, label)).as("nothing is written yet").isEqualTo(theirs);
        mia.press("Do it now");

        mia.waitsForExactly("Done", RUN_MILLIS);
        mia.looksAt("20-push-decided");
        await("our value in XPM")
                .atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(desk.inXpm(clientId, label))
                        .isEqualToIgnoringWhitespace(pushed.path("nowInfinity").asString()));
    }

    /** What XPM calls a contact field. */
    private static String labelOf(JsonNode row) {
        String field = row.path("field").asString();
        return field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    }

    @Test
    @Order(11)
    void followsACorporateMessengerChange() {
        JsonNode company = desk.linkedCompanyInStep();
        mia.open(of("harbour", SETTINGS));
        mia.press("Switch following on");
        mia.sees("now go to Xero Practice Manager by themselves");
        mia.open(of("harbour", "/entities/" + company.path("entityId").asString() + "/change"));
        mia.looksAt("21-change");
        String phone = "03 9000 4712";
        page().getByLabel("Phone").fill(phone);
        mia.press("Record the change");
        mia.sees("The change is recorded as version");

        String clientId = desk.clientOf(company);
        await("the change in XPM")
                .atMost(ARRIVAL)
                .untilAsserted(() -> assertThat(desk.inXpm(clientId, "Phone")).isEqualToIgnoringWhitespace(phone));
        page().reload();
        mia.looksAt("22-followed");
    }

    @Test
    @Order(12)
    void showsTheRunThatIsGoingInsteadOfASecondOne() {
        try (Visitor other = chromium.visitor(access.portal().toString(), 390)) {
            other.signIn(access.user("harbour", Role.MANAGE));
            other.open(of("harbour", "/sync"));
            other.press("Sync Data");
            mia.open(of("harbour", "/sync"));
            mia.press("Sync Data");
            desk.slowsXpmDownOnce(Duration.ofSeconds(15));
            mia.pressInDialog("Run");
            mia.arrivesAt(RUN_PAGE);

            other.pressInDialog("Run");

            other.arrivesAt(RUN_PAGE);
            assertThat(other.path()).isEqualTo(mia.path());
            other.sees("A run is already going");
            other.looksAt("22-second-run-narrow");
            mia.waitsFor("See the report", RUN_MILLIS);
        }
    }

    @Test
    @Order(13)
    void showsNoMoreInTheNextReportWhatWasResolved() {
        String id = pushed.path("id").asString();
        JsonNode report = desk.newestReport();

        assertThat(report.path("discrepancies").values())
                .isNotEmpty()
                .noneMatch(row -> row.path("id").asString().equals(id));
        assertThat(desk.discrepancies())
                .filteredOn(row -> row.path("id").asString().equals(id))
                .allMatch(row -> row.path("state").asString().equals("RESOLVED"));
        mia.open(of("harbour", "/entities/" + pushed.path("entityId").asString()));
        mia.sees(mia.heading("Discrepancies"));
        assertThat(decisionsAbout(pushed.path("fieldName").asString()).count()).isEqualTo(0);
        mia.looksAt("22-resolved");
    }

    @Test
    @Order(14)
    void helpsWhoHasNoAccess() {
        try (Visitor max = chromium.visitor(access.portal().toString(), 390)) {
            max.signIn(access.user("ridge", Role.MANAGE));
            max.follow("Settings");
            max.press("Connect");
            max.follow("Grace");
            max.sees("You don't have access to connect to any Xero Practice Manager accounts");

            max.open(of("ridge", SETTINGS));

            max.sees("You went to Xero and did not come back");
            max.sees("Authorise 3rd Party Full Access");
            max.looksAt("23-no-access-narrow");
            max.press("Connect");
            max.follow("Noah");
            max.press("Allow access");
            max.sees("The account you chose is not a Xero Practice Manager account");
            max.looksAt("24-no-practice-narrow");
            for (String path : new String[] {"", "/entities", "/sync", "/discrepancies", "/offers", "/notifications"}) {
                max.open(of("ridge", path));
                max.looksAt("25-empty" + path.replace('/', '-') + "-narrow");
            }
            assertThat(max.complaints()).isEmpty();
        }
    }

    @Test
    @Order(15)
    void saysBeforehandWhatEndsAtXeroWithAnotherAccount() {
        mia.open(of("harbour", SETTINGS));
        mia.press("Connect another account");
        mia.sees("is closed at Xero, once another one is saved");
        mia.sees("is revoked with it");
        mia.looksAt("25-another-account");
        try (Visitor max = chromium.visitor(access.portal().toString(), 390)) {
            max.signIn(access.user("ridge", Role.MANAGE));
            max.follow("Settings");
            max.press("Connect");
            // Olivia is who Xero takes for signed in, unless told otherwise.
            max.press("Allow access");
            max.sees("You have several");
        }

        mia.open(of("harbour", SETTINGS));
        mia.press("Connect another account");

        mia.sees("stays open: another business uses it as well");
        assertThat(page().getByText("is revoked with it").count()).isEqualTo(0);
    }

    @Test
    @Order(16)
    void showsReadersEverythingAndLetsThemChangeNothing() {
        try (Visitor ruth = chromium.visitor(access.portal().toString(), 1280)) {
            ruth.signIn(access.user("harbour", Role.READ));
            ruth.open(of("harbour", SETTINGS));
            ruth.sees("You may look at everything here");
            assertThat(ruth.page()
                            .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                            .isDisabled())
                    .isTrue();
            ruth.looksAt("26-reader");
            assertThat(ruth.complaints()).isEmpty();
        }
    }

    @Test
    @Order(17)
    void disconnectsAfterAskingWhatStays() {
        mia.open(of("harbour", SETTINGS));
        mia.press("Disconnect");
        mia.sees("Our connection to");
        mia.sees("stays open: another business uses it as well");
        page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(Pattern.compile("^Links")))
                .getByLabel("Forget them")
                .check();
        mia.looksAt("27-disconnect-dialog");
        mia.pressInDialog("Disconnect");

        mia.sees("Nothing in Xero Practice Manager was changed");
        mia.sees("Labels, settings and following are kept, links are forgotten.");
        assertThat(desk.connection().path("state").asString()).isEqualTo("NOT_CONNECTED");
        mia.press("Sign out");
        mia.sees("You are signed out.");
        assertThat(mia.complaints()).isEmpty();
    }
}
