package com.nowinfinity.xpm.notification.mail;

import com.nowinfinity.xpm.notification.inbox.NoticeBook;
import com.nowinfinity.xpm.notification.mail.Outbox.End;
import com.nowinfinity.xpm.notification.mail.Outbox.Taken;
import com.nowinfinity.xpm.notification.notices.Notice;
import com.nowinfinity.xpm.notification.people.AddressBook;
import com.nowinfinity.xpm.notification.people.AddressBook.Person;
import com.nowinfinity.xpm.notification.people.MailChoices;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** Takes mail out of the outbox and hands it to the provider, whose troubles stay here. */
final class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** Longer than a provider may take to answer. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Outbox outbox;
    private final NoticeBook notices;
    private final AddressBook addresses;
    private final MailChoices choices;
    private final Letters letters;
    private final JavaMailSender provider;
    private final Patience patience;
    private final MeterRegistry meters;

    Postman(
            Outbox outbox,
            NoticeBook notices,
            AddressBook addresses,
            MailChoices choices,
            Letters letters,
            JavaMailSender provider,
            Patience patience,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.notices = notices;
        this.addresses = addresses;
        this.choices = choices;
        this.letters = letters;
        this.provider = provider;
        this.patience = patience;
        this.meters = meters;
    }

    /** Sends what is due. A failure ends the round: a provider that is down is not asked once for every mail. */
    void round() {
        boolean well = true;
        for (Optional<Taken> mail = outbox.take(LEASE); well && mail.isPresent(); ) {
            well = deliver(mail.get());
            if (well) {
                mail = outbox.take(LEASE);
            }
        }
    }

    private boolean deliver(Taken mail) {
        Optional<Notice> notice = notices.find(mail.noticeId()).map(kept -> kept.notice());
        Optional<Person> person = addresses.find(mail.businessId(), mail.sub());
        if (notice.isEmpty() || person.isEmpty() || !choices.wantsMail(mail.sub())) {
            finish(mail, End.DROPPED);
            return true;
        }
        try {
            MimeMessage message = provider.createMimeMessage();
            letters.write(message, notice.get(), person.get());
            provider.send(message);
            finish(mail, End.SENT);
            return true;
        } catch (MailException | MessagingException e) {
            failed(mail, e);
            return false;
        }
    }

    private void failed(Taken mail, Exception e) {
        // The provider's words may repeat the address, so only the kind of failure is logged.
        String kind = e.getClass().getSimpleName();
        Optional<Duration> pause = patience.after(mail.attempts());
        if (pause.isPresent()) {
            LOG.warn(
                    "Mail of notice {} waits {} after failure {}: {}",
                    mail.noticeId(),
                    pause.get(),
                    mail.attempts(),
                    kind);
            count("put-off");
            outbox.putOff(mail, pause.get());
        } else {
            LOG.error("Mail of notice {} is given up after {} failures: {}", mail.noticeId(), mail.attempts(), kind);
            finish(mail, End.GIVEN_UP);
        }
    }

    private void finish(Taken mail, End end) {
        outbox.end(mail, end);
        count(end.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private void count(String outcome) {
        meters.counter("notification.mails", "outcome", outcome).increment();
    }
}
