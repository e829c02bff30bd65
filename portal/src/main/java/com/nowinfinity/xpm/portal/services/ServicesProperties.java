package com.nowinfinity.xpm.portal.services;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the pages find the services; asked for only where there are pages.
 *
 * @param connector connector-service
 * @param report report-service
 * @param notification notification-service
 * @param timeout how long a page waits for one answer
 */
@ConfigurationProperties("portal.services")
record ServicesProperties(
        @Nullable URI connector,
        @Nullable URI report,
        @Nullable URI notification,
        @DefaultValue("10s") Duration timeout) {

    URI connectorUri() {
        return required(connector, "connector");
    }

    URI reportUri() {
        return required(report, "report");
    }

    URI notificationUri() {
        return required(notification, "notification");
    }

    private static URI required(@Nullable URI address, String service) {
        if (address == null || !String.valueOf(address.getScheme()).matches("https?") || address.getHost() == null) {
            throw new WrongConfigurationException(
                    "Set portal.services.%s (environment variable PORTAL_SERVICES_%s): the http or https address of %s-service."
                            .formatted(service, service.toUpperCase(java.util.Locale.ROOT), service));
        }
        return address;
    }
}
