package com.nowinfinity.xpm.api.contract;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.Call;
import com.nowinfinity.xpm.api.Credentials;
import com.nowinfinity.xpm.api.XpmApi;
import com.nowinfinity.xpm.api.http.CallObserver;
import com.nowinfinity.xpm.api.http.HttpXpmApi;
import com.nowinfinity.xpm.api.http.XpmApiConfiguration;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract as Practice Manager itself keeps it, on demand: XPM_CONTRACT_TENANT and XPM_CONTRACT_TOKEN name a
 * practice to be tried on. It leaves about twenty clients, a group and a document there, and makes some sixty calls,
 * so that it has to be run a few tests at a time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(named = "XPM_CONTRACT_TENANT", matches = ".+")
@EnabledIfEnvironmentVariable(named = "XPM_CONTRACT_TOKEN", matches = ".+")
class RealPracticeIT implements XpmApiContract {

    private static final URI XPM = URI.create("https://api.xero.com/practicemanager/3.1");

    private HttpXpmApi xpm;

    @BeforeAll
    void start() {
        xpm = HttpXpmApi.create(XpmApiConfiguration.of(XPM), CallObserver.NONE, Instant::now);
    }

    @AfterAll
    void stop() {
        xpm.close();
    }

    @Override
    public XpmApi xpm() {
        return xpm;
    }

    @Override
    public Call call() {
        return Call.with(new Credentials(
                Objects.requireNonNull(System.getenv("XPM_CONTRACT_TENANT")),
                new AccessToken(Objects.requireNonNull(System.getenv("XPM_CONTRACT_TOKEN")))));
    }
}
