package com.nowinfinity.xpm.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real SMTP server that keeps what it gets. */
final class MailProvider {

    private static @Nullable MailProvider shared;

    private final GreenMail server;
    private final int port;

    private MailProvider() {
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        port = server.getSmtp().getPort();
    }

    static synchronized MailProvider shared() {
        if (shared == null) {
            shared = new MailProvider();
        }
        return Objects.requireNonNull(shared);
    }

    int port() {
        return port;
    }

    /** What came for this person. */
    List<MimeMessage> mailOf(String sub) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, sub + "@practice.example"))
                .toList();
    }

    /** Whoever is named in any letter's head. */
    List<String> recipients() {
        return Arrays.stream(server.getReceivedMessages())
                .flatMap(MailProvider::recipients)
                .toList();
    }

    private static Stream<String> recipients(MimeMessage message) {
        try {
            return Arrays.stream(message.getAllRecipients()).map(Address::toString);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getRecipients(RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
