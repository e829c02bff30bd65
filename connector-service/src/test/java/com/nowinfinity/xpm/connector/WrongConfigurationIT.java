package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UsesConnector
class WrongConfigurationIT {

    private final TestConnector connector = TestConnector.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "internal.secret=                         | INTERNAL_SECRET",
                "internal.secret=short                    | internal.secret",
                "xero.client-secret=                      | XERO_CLIENT_SECRET",
                "xero.token-uri=http://simulator/token    | xero.token-uri",
                "xero.scopes=email                        | offline_access",
                "portal.jwk-set-uri=                      | PORTAL_JWK_SET_URI",
                "portal.audience=                         | PORTAL_AUDIENCE",
                "portal.return-uri=                       | PORTAL_RETURN_URI",
                "connector.internal-uri=nowhere           | connector.internal-uri",
                "connector.sweep-interval=0s              | connector.sweep-interval",
                "connector.refresh-lease=14s              | connector.refresh-lease",
                "runs.schedule.interval=0s                | runs.schedule.interval",
                "documents.max-size=0B                    | documents.max-size",
                "xpm.limits.per-minute=0                  | xpm.limits.per-minute",
                "mongodb.uri=postgres://localhost         | mongodb.uri",
                "keyset=not-one                           | keyset",
            })
    void stopsTheStartWithOneSentence(String argument, String named) {
        Throwable failure = catchThrowable(() -> connector.startWith("--" + argument));

        assertThat(failure).isNotNull();
        assertThat(failure)
                .rootCause()
                .asInstanceOf(InstanceOfAssertFactories.type(WrongConfigurationException.class))
                .extracting(Throwable::getMessage)
                .asString()
                .contains(named)
                .doesNotContain("\n")
                .endsWith(".");
    }
}
