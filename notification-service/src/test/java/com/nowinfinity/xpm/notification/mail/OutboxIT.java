package com.nowinfinity.xpm.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.notification.inbox.TestNotices;
import com.nowinfinity.xpm.notification.notices.Notice;
import com.nowinfinity.xpm.notification.people.TestPeople;
import com.nowinfinity.xpm.standalone.TestPlatform;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail that is not sent at once: senders that die, providers that are down. */
class OutboxIT {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final MongoClient client = MongoClients.create(TestPlatform.shared().mongoUri());
    private final MongoDatabase database = client.getDatabase("outbox-" + UUID.randomUUID());
    private final TestPeople people = new TestPeople(database, now::get);
    private final Outbox outbox = new Outbox(database, people.addresses, now::get, Duration.ofHours(24));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void stop() {
        database.drop();
        client.close();
    }

    @Test
    void f29LeavesTheMailOfASenderThatDiedToTheNext() {
        outbox.plan(notice("n-1"));

        Outbox.Taken first = outbox.take(LEASE).orElseThrow();
        assertThat(outbox.take(LEASE)).isEmpty();
        pass(LEASE);
        Outbox.Taken second = outbox.take(LEASE).orElseThrow();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.attempts()).isEqualTo(2);
        outbox.end(second, Outbox.End.SENT);
        outbox.plan(notice("n-1"));
        pass(Duration.ofDays(2));
        assertThat(outbox.take(LEASE)).isEmpty();
    }

    @Test
    void f29AsksAProviderThatIsDownOnceARoundAndGivesUpVisibly() {
        Postman postman = postman(2);
        outbox.plan(notice("n-1"));
        outbox.plan(notice("n-2"));

        postman.round();
        assertThat(count("put-off")).isEqualTo(1);
        postman.round();
        assertThat(count("put-off")).isEqualTo(2);
        postman.round();
        assertThat(count("given-up")).isZero();
        pass(Duration.ofMinutes(1));
        postman.round();
        postman.round();
        assertThat(count("given-up")).isEqualTo(2);
        pass(Duration.ofDays(30));
        assertThat(outbox.take(LEASE)).isEmpty();
    }

    @Test
    void dropsTheMailOfWhoeverWantsNoneByThen() {
        outbox.plan(notice("n-1"));
        people.choices.choose("u-1", false);

        postman(2).round();

        assertThat(count("dropped")).isEqualTo(1);
    }

    @Test
    void f29SendsALetterOnceAndAgainUnderTheSameIdAfterASenderDied() throws Exception {
        GreenMail provider = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        provider.start();
        try {
            Postman postman = postman(2, provider.getSmtp().getPort());
            outbox.plan(notice("n-1"));
            postman.round();
            postman.round();
            assertThat(provider.getReceivedMessages()).hasSize(1);
            // As if the first sender had died between the provider's word and its own.
            database.getCollection("mails")
                    .updateMany(new Document(), new Document("$set", new Document("state", "DUE")));
            pass(LEASE);
            postman.round();

            MimeMessage[] letters = provider.getReceivedMessages();
            assertThat(letters).hasSize(2);
            assertThat(letters[1].getMessageID())
                    .isEqualTo(letters[0].getMessageID())
                    .matches("<[0-9a-f-]{36}@portal.example>");
            assertThat(letters[0].getAllRecipients()[0]).hasToString("u-1@practice.example");
            assertThat(letters[0].getSubject()).isEqualTo("Ready");
            assertThat(letters[0].getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            ByteArrayOutputStream source = new ByteArrayOutputStream();
            letters[0].writeTo(source);
            assertThat(source.toString(StandardCharsets.UTF_8))
                    .contains("text/plain", "text/html", "One discrepancy was found.", "https://portal.example/r");
            assertThat(count("sent")).isEqualTo(2);
        } finally {
            provider.stop();
        }
    }

    @Test
    void forgetsMailWhoseStoryEndedLongAgoAndNoOther() {
        outbox.plan(notice("n-1"));
        outbox.end(outbox.take(LEASE).orElseThrow(), Outbox.End.SENT);
        pass(Duration.ofDays(89));
        outbox.plan(notice("n-2"));

        outbox.forget(Duration.ofDays(90));
        assertThat(database.getCollection("mails").countDocuments()).isEqualTo(2);
        pass(Duration.ofDays(2));
        outbox.forget(Duration.ofDays(90));

        assertThat(database.getCollection("mails").find())
                .extracting(mail -> mail.getString("notice"))
                .containsExactly("n-2");
    }

    private Postman postman(int attempts) {
        return postman(attempts, 1);
    }

    private Postman postman(int attempts, int port) {
        JavaMailSenderImpl provider = new JavaMailSenderImpl();
        provider.setHost("localhost");
        provider.setPort(port);
        Letterhead letterhead = new Letterhead(
                "x@example.org",
                URI.create("https://portal.example"),
                URI.create("https://api.example"),
                "a-secret-that-is-long-enough-for-tests");
        return new Postman(
                outbox,
                TestNotices.in(database),
                people.addresses,
                people.choices,
                new Letters(letterhead, new UnsubscribeLinks(letterhead)),
                provider,
                new Patience(attempts, Duration.ofMinutes(1)),
                meters);
    }

    private Notice notice(String id) {
        people.addresses.learn(new Caller("u-1", "u-1@practice.example", Set.of("b/1")));
        Notice notice =
                new Notice(id, "b/1", "report-ready", "Ready", "One discrepancy was found.", "/r", now.get(), "u-1");
        TestNotices.in(database).keep(notice);
        return notice;
    }

    private double count(String outcome) {
        return meters.counter("notification.mails", "outcome", outcome).count();
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
