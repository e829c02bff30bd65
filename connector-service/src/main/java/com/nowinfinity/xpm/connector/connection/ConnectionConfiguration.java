package com.nowinfinity.xpm.connector.connection;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.access.OpenPaths;
import com.nowinfinity.xpm.api.XeroConnections;
import com.nowinfinity.xpm.api.http.CallObserver;
import com.nowinfinity.xpm.api.http.HttpXeroConnections;
import com.nowinfinity.xpm.api.http.XeroConnectionsConfiguration;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.secrets.Seal;
import com.nowinfinity.xpm.connector.store.Chore;
import com.nowinfinity.xpm.connector.store.Soon;
import com.nowinfinity.xpm.connector.tokens.XeroIdentity;
import com.nowinfinity.xpm.connector.tokens.XeroProperties;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    Browser browser(Environment environment, XeroProperties xero) {
        return Browser.of(environment.getProperty("portal.return-uri"), xero.redirectUri());
    }

    @Bean
    OpenPaths callbackPath() {
        return OpenPaths.of(CallbackController.PATH);
    }

    @Bean(destroyMethod = "close")
    HttpXeroConnections xeroConnections(XeroProperties xero, InstantSource clock) {
        return HttpXeroConnections.create(
                XeroConnectionsConfiguration.of(xero.connectionsUri()), CallObserver.NONE, clock);
    }

    @Bean
    Flows flows(MongoDatabase database, Seal seal) {
        return new Flows(database, seal);
    }

    @Bean
    Authorizations authorizations(Flows flows, XeroIdentity identity, InstantSource clock) {
        return new Authorizations(flows, identity, clock, new SecureRandom());
    }

    @Bean
    Claims claims(MongoDatabase database, Businesses businesses, InstantSource clock) {
        return new Claims(database, businesses, clock);
    }

    @Bean
    FormerGrants formerGrants(
            Businesses businesses,
            XeroConnections connections,
            Claims claims,
            XeroIdentity identity,
            Seal seal,
            Soon soon,
            InstantSource clock) {
        return new FormerGrants(businesses, connections, claims, identity, seal, soon, clock);
    }

    @Bean
    Chore closing(FormerGrants former) {
        return new Chore("closing former connections", Duration.ofMinutes(1), former::closeAll);
    }

    @Bean
    Chore forgetting(Flows flows, InstantSource clock) {
        return new Chore(
                "forgetting expired flows", Duration.ofMinutes(10), () -> flows.forgetExpired(clock.instant()));
    }

    @Bean
    Connecting connecting(
            Businesses businesses,
            XeroConnections connections,
            Claims claims,
            FormerGrants former,
            Seal seal,
            InstantSource clock) {
        return new Connecting(businesses, connections, claims, former, seal, clock);
    }

    @Bean
    ForgottenData forgottenData(MongoDatabase database, Businesses businesses) {
        return new ForgottenData(database, businesses);
    }

    @Bean
    Callback callback(Flows flows, XeroIdentity identity, Connecting connecting, InstantSource clock) {
        return new Callback(flows, identity, connecting, clock);
    }

    @Bean
    Troubles troubles(Businesses businesses) {
        return new Troubles(businesses);
    }
}
