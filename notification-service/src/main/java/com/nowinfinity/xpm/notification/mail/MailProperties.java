package com.nowinfinity.xpm.notification.mail;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices become mail; only needed where {@code spring.mail.host} is set.
 *
 * @param from the sender's address
 * @param portalUri the portal, in front of a notice's link
 * @param publicUri this service as people's browsers reach it, for the link that ends the mail
 * @param linkSecret signs that link; at least 32 characters, the same on every instance
 * @param maxAge what happened longer ago is told in the app only
 * @param kept how long a mail that was sent, dropped or given up is still known; longer than {@code maxAge}, or the
 *     same event, read again, would be sent again
 * @param attempts how often a mail is tried before it is given up
 * @param pause after the first failure; doubled after each further one, up to six hours
 * @param pollInterval how often an instance looks for mail that is due
 */
@ConfigurationProperties("notification.mail")
record MailProperties(
        @Nullable String from,
        @Nullable URI portalUri,
        @Nullable URI publicUri,
        @Nullable String linkSecret,
        @DefaultValue("24h") Duration maxAge,
        @DefaultValue("90d") Duration kept,
        @DefaultValue("12") int attempts,
        @DefaultValue("1m") Duration pause,
        @DefaultValue("5s") Duration pollInterval) {

    /** Everything that must be there, or one sentence that says what is not. */
    Letterhead letterhead() {
        if (linkSecret == null || linkSecret.length() < 32) {
            throw new WrongConfigurationException("Set notification.mail.link-secret (environment variable"
                    + " NOTIFICATION_MAIL_LINK_SECRET) to at least 32 characters: spring.mail.host turns mail on.");
        }
        if (attempts < 1 || !pause.isPositive() || !pollInterval.isPositive() || !maxAge.isPositive()) {
            throw new WrongConfigurationException(
                    "notification.mail.attempts, pause, poll-interval and max-age have to be positive.");
        }
        if (kept.compareTo(maxAge) <= 0) {
            throw new WrongConfigurationException(
                    "notification.mail.kept has to be longer than notification.mail.max-age.");
        }
        return new Letterhead(
                required(from, "from"),
                required(portalUri, "portal-uri"),
                required(publicUri, "public-uri"),
                linkSecret);
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null || value.toString().isBlank()) {
            throw new WrongConfigurationException("Set notification.mail." + name + " (environment variable"
                    + " NOTIFICATION_MAIL_" + name.replace('-', '_').toUpperCase(Locale.ROOT)
                    + "): spring.mail.host turns mail on.");
        }
        return value;
    }
}
