package com.nowinfinity.xpm.standalone.helper;

import com.nowinfinity.xpm.simulator.SimulatorConfiguration;
import com.nowinfinity.xpm.simulator.XpmSimulator;
import com.nowinfinity.xpm.simulator.identity.ClientSecret;
import com.nowinfinity.xpm.simulator.identity.RegisteredApp;
import com.nowinfinity.xpm.simulator.judge.Limits;
import com.nowinfinity.xpm.standalone.platform.EmbeddedKafka;
import com.nowinfinity.xpm.standalone.platform.EmbeddedMongo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** The helper process: broker, database and simulator together, because three more JVMs would cost too much. */
public final class Helper {

    private Helper() {}

    public static void main(String[] arguments) throws InterruptedException {
        var settings = HelperSettings.of(System.getenv());
        var kafka = CompletableFuture.supplyAsync(
                () -> EmbeddedKafka.start(settings.folder().resolve("kafka"), settings.kafkaPort()));
        var mongo = EmbeddedMongo.start(settings.folder().resolve("mongo"), settings.mongoPort());
        atEnd(mongo);
        if (settings.simulator() != null) {
            atEnd(start(settings.simulator(), settings.folder().resolve("simulator")));
        }
        atEnd(kafka.join());
        HelperHealth.answerOn(settings.managementPort());
        new CountDownLatch(1).await();
    }

    private static XpmSimulator start(HelperSettings.Simulator settings, Path folder) {
        var app = new RegisteredApp(
                settings.clientId(),
                new ClientSecret(settings.clientSecret()),
                List.of(settings.redirectUri().toString()),
                RegisteredApp.USUAL_SCOPES);
        var xero = Limits.ofXero();
        try {
            return XpmSimulator.start(SimulatorConfiguration.of(app)
                    .listeningOn("127.0.0.1", settings.port(), null)
                    .withPractice(settings.clients(), settings.seed())
                    .withLimits(new Limits(
                            settings.perMinute(),
                            xero.concurrent(),
                            settings.perDay(),
                            Math.max(xero.appPerMinute(), settings.perMinute()),
                            settings.window()))
                    .keptIn(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator does not start", e);
        }
    }

    private static void atEnd(AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("%s did not close: %s".formatted(server, e));
        }
    }
}
