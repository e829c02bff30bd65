package com.nowinfinity.xpm.simulator;

import com.nowinfinity.xpm.simulator.identity.ClientSecret;
import com.nowinfinity.xpm.simulator.identity.RegisteredApp;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The simulator as a process of its own, configured by the environment: SIMULATOR_CLIENT_ID, SIMULATOR_CLIENT_SECRET
 * and SIMULATOR_REDIRECT_URIS (separated by commas) must be there; SIMULATOR_HOST, SIMULATOR_PORT,
 * SIMULATOR_PUBLIC_URI, SIMULATOR_CLIENTS, SIMULATOR_SEED, SIMULATOR_FOLDER, SIMULATOR_WINDOW_SECONDS,
 * SIMULATOR_PER_MINUTE and SIMULATOR_PER_DAY may.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            XpmSimulator simulator = XpmSimulator.start(configuration(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "close"));
            System.out.println("Simulator answers at " + simulator.baseUri());
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException | IOException wrong) {
            System.err.println("The simulator cannot start: " + wrong.getMessage());
            System.exit(1);
        }
    }

    static SimulatorConfiguration configuration(Map<String, String> environment) {
        RegisteredApp app = new RegisteredApp(
                required(environment, "SIMULATOR_CLIENT_ID"),
                new ClientSecret(required(environment, "SIMULATOR_CLIENT_SECRET")),
                List.of(required(environment, "SIMULATOR_REDIRECT_URIS").split(",", -1)),
                RegisteredApp.USUAL_SCOPES);
        Limits usual = Limits.ofXero();
        Limits limits = new Limits(
                number(environment, "SIMULATOR_PER_MINUTE", usual.perMinute()),
                usual.concurrent(),
                number(environment, "SIMULATOR_PER_DAY", usual.perDay()),
                usual.appPerMinute(),
                Duration.ofSeconds(number(environment, "SIMULATOR_WINDOW_SECONDS", (int)
                        usual.window().toSeconds())));
        return SimulatorConfiguration.of(app)
                .listeningOn(
                        environment.getOrDefault("SIMULATOR_HOST", "0.0.0.0"),
                        number(environment, "SIMULATOR_PORT", 8090),
                        optional(environment, "SIMULATOR_PUBLIC_URI")
                                .map(URI::create)
                                .orElse(null))
                .withPractice(number(environment, "SIMULATOR_CLIENTS", 200), number(environment, "SIMULATOR_SEED", 1))
                .withLimits(limits)
                .keptIn(optional(environment, "SIMULATOR_FOLDER").map(Path::of).orElse(null));
    }

    private static String required(Map<String, String> environment, String name) {
        return optional(environment, name)
                .orElseThrow(() -> new IllegalArgumentException("set " + name + " in its environment"));
    }

    private static Optional<String> optional(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String text = optional(environment, name).orElse(String.valueOf(otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(name + " is not a whole number: " + text, wrong);
        }
    }
}
