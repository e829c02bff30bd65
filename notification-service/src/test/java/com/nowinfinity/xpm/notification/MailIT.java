package com.nowinfinity.xpm.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.access.doors.AccessCase;
import com.nowinfinity.xpm.access.doors.Lines;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ReportPublished;
import com.nowinfinity.xpm.events.Topics;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Notices as mail, over a real SMTP server. */
class MailIT {

    private static TestNotificationService service;

    private final MailProvider provider = MailProvider.shared();
    private final Events events = new Events();
    private final String person = "p-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        service = TestNotificationService.shared();
    }

    @Test
    void tellsWhoeverAskedOnceHoweverOftenTheEventComesAndHoweverManyInstancesRun() throws Exception {
        try (var second = TestNotificationService.start(service.portal)) {
            visit(person);
            ReportPublished report = report("rep-1", person);
            for (int i = 0; i < 3; i++) {
                service.neighbours.publish(Topics.REPORT_PUBLISHED, report);
            }
            service.neighbours.publish(Topics.REPORT_PUBLISHED, report("rep-2", person));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> provider.mailOf(person).size() >= 2);

            assertThat(second.isActive()).isTrue();
            await().during(Duration.ofSeconds(1))
                    .until(() -> provider.mailOf(person).size() == 2);
        }
    }

    @Test
    void writesPlainTextAndHtmlWithALinkAndNothingAboutAnybody() throws Exception {
        visit(person);
        service.neighbours.publish(Topics.REPORT_PUBLISHED, report("rep-1", person));
        MimeMessage mail = awaitMail(person);

        String source = source(mail);
        assertThat(mail.getSubject()).isEqualTo("The discrepancy report is ready");
        assertThat(source)
                .contains("text/plain", "text/html", "discrepancies were found")
                .contains("https://portal.example/businesses/" + events.businessId + "/reports/rep-1");
        assertThat(mail.getHeader("Message-ID")[0]).matches("<[0-9a-f-]{36}@portal.example>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void tellsEverybodyItHasSeenWhenNobodyAsked() throws Exception {
        String other = "p-" + UUID.randomUUID();
        String stranger = "p-" + UUID.randomUUID();
        visit(person);
        visit(other);
        service.inbox(service.token(stranger, "b-elsewhere"));
        ConnectionChanged reconnect = ConnectionChanged.newBuilder(events.reconnect(4, 1))
                .setOccurredAt(Instant.now())
                .build();
        service.neighbours.publish(Topics.CONNECTION_CHANGED, reconnect);

        assertThat(awaitMail(person).getSubject()).contains("Connect to Xero");
        assertThat(awaitMail(other).getSubject()).contains("Connect to Xero");
        assertThat(provider.mailOf(stranger)).isEmpty();
    }

    @Test
    void doesNotWriteOfWhatHappenedLongAgo() throws Exception {
        visit(person);
        service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-old", person));
        service.neighbours.publish(Topics.REPORT_PUBLISHED, report("rep-new", person));
        awaitMail(person);

        assertThat(source(provider.mailOf(person).getFirst())).contains("/reports/rep-new");
    }

    @Test
    void endsByTheLinkInTheMailWithoutALoginAndBeginsAgainBySetting() throws Exception {
        visit(person);
        service.neighbours.publish(Topics.REPORT_PUBLISHED, report("rep-1", person));
        URI link = unsubscribe(awaitMail(person));

        assertThat(service.call("GET", link, null).statusCode()).isEqualTo(200);
        assertThat(wantsMail(person)).isTrue();
        HttpResponse<byte[]> ended = service.call("POST", link, null);
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(new String(ended.body(), UTF_8)).doesNotContain("<script");
        assertThat(wantsMail(person)).isFalse();
        service.neighbours.publish(Topics.REPORT_PUBLISHED, report("rep-2", person));
        await().during(Duration.ofSeconds(1))
                .until(() -> provider.mailOf(person).size() == 1);

        assertThat(put(person, "{\"email\": true}")).isEqualTo(200);
        service.neighbours.publish(Topics.REPORT_PUBLISHED, report("rep-3", person));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> provider.mailOf(person).size() == 2);
    }

    static Stream<List<String>> badLinks() {
        return Lines.of("/bad-links.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("badLinks")
    void takesNoLinkThatIsNotItsOwn(List<String> bad) throws Exception {
        URI link = service.address("/notifications/unsubscribe?token=" + bad.get(0));
        int status = Integer.parseInt(bad.get(1));

        assertThat(service.call("GET", link, null).statusCode()).isEqualTo(status);
        assertThat(service.call("POST", link, null).statusCode()).isEqualTo(status);
    }

    static Stream<List<String>> badCalls() {
        return Lines.of("/bad-calls.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("badCalls")
    void refusesCallsThatMakeNoSense(List<String> bad) throws Exception {
        HttpResponse<byte[]> answer = service.call(
                bad.get(0), service.address(bad.get(1)), service.token(person, events.businessId), bad.get(2));

        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(Integer.parseInt(bad.get(3)));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        AccessCase.assertSafe(answer);
    }

    /** Nobody could get rid of a notice that a bad address keeps from being sent, so it is none that we know. */
    @Test
    void writesToNoAddressThatIsMoreThanOne() throws Exception {
        List<String> bad = Lines.of("/bad-mail-addresses.txt").stream()
                .map(cells -> cells.getFirst().translateEscapes())
                .toList();
        for (String address : bad) {
            service.inbox(service.portal.token(claims -> claims.subject("of " + address)
                    .claim("email", address)
                    .claim("scope", "xpm.read")
                    .claim("business_ids", List.of(events.businessId))));
        }
        visit(person);
        ConnectionChanged reconnect = ConnectionChanged.newBuilder(events.reconnect(4, 1))
                .setOccurredAt(Instant.now())
                .build();
        service.neighbours.publish(Topics.CONNECTION_CHANGED, reconnect);

        awaitMail(person);
        assertThat(provider.recipients())
                .doesNotContainAnyElementsOf(bad)
                .noneMatch(recipient -> recipient.contains("evil.test") || recipient.contains("somebody"));
    }

    private void visit(String sub) {
        service.inbox(service.token(sub, events.businessId));
    }

    private ReportPublished report(String reportId, String requestedBy) {
        return ReportPublished.newBuilder(events.report(reportId, requestedBy))
                .setOccurredAt(Instant.now())
                .build();
    }

    private MimeMessage awaitMail(String sub) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !provider.mailOf(sub).isEmpty());
        List<MimeMessage> mail = provider.mailOf(sub);
        assertThat(mail).hasSize(1);
        return mail.getFirst();
    }

    private boolean wantsMail(String sub) {
        return service.json(service.token(sub, events.businessId), "/api/notifications/settings")
                .get("email")
                .asBoolean();
    }

    private int put(String sub, String body) throws Exception {
        return service.call(
                        "PUT",
                        service.address("/api/notifications/settings"),
                        service.token(sub, events.businessId),
                        body)
                .statusCode();
    }

    private static URI unsubscribe(MimeMessage mail) throws Exception {
        String header = mail.getHeader("List-Unsubscribe")[0].replaceAll("\\s", "");
        Matcher query = Pattern.compile("<http://localhost:8084(.*)>").matcher(header);
        assertThat(query.matches()).isTrue();
        return service.address(query.group(1));
    }

    private static String source(MimeMessage mail) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        // Long lines are folded by quoted-printable.
        return bytes.toString(UTF_8).replace("=\r\n", "").replace("=3D", "=");
    }
}
