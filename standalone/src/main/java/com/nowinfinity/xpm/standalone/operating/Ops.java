package com.nowinfinity.xpm.standalone.operating;

import com.nowinfinity.xpm.standalone.access.Access;
import com.nowinfinity.xpm.standalone.access.AccessFile;
import com.nowinfinity.xpm.standalone.options.WrongOptionException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Carries out one command of {@code ./ops}. */
public final class Ops {

    private static final int FAILED = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Ops() {}

    /**
     * @param token an operator's, for a connector that is named; null for that of {@code access.json}
     * @return the exit code: 1 where anything was refused
     */
    public static int run(List<String> arguments, @Nullable String token, PrintStream out, PrintStream problems) {
        if (arguments.contains("--help") || arguments.isEmpty()) {
            out.println(OpsCommand.USAGE);
            return 0;
        }
        OpsCommand command = OpsCommand.read(arguments, token);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return done(command, calls(command, http), out, problems);
        } catch (IOException e) {
            problems.println("Not done: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static int done(OpsCommand command, OperatorCalls calls, PrintStream out, PrintStream problems)
            throws IOException, InterruptedException {
        if (command.verb() == OpsCommand.Verb.LIST) {
            List<JsonNode> letters = calls.list(command.all());
            letters.forEach(letter -> out.println(line(letter)));
            out.println(letters.size() == 1 ? "1 dead letter" : letters.size() + " dead letters");
            return 0;
        }
        int code = 0;
        for (String id : command.ids()) {
            OperatorCalls.Answer answer = switch (command.verb()) {
                case SHOW, LIST -> calls.show(id);
                case REPLAY -> calls.replay(id);
                case DROP -> calls.drop(id);
                case FORGET -> calls.forget(id);
            };
            if (!answer.isGood()) {
                problems.println(id + ": " + answer.refusal());
                code = FAILED;
            } else if (command.verb() == OpsCommand.Verb.SHOW) {
                out.println(JSON.writeValueAsString(answer.body()));
            } else {
                out.println(id + " " + done(command.verb()));
            }
        }
        return code;
    }

    private static String done(OpsCommand.Verb verb) {
        return switch (verb) {
            case LIST, SHOW -> "shown";
            case REPLAY -> "replayed";
            case DROP -> "dropped";
            case FORGET -> "forgotten";
        };
    }

    private static String line(JsonNode letter) {
        return "%s  %s  %s  %s  %s-%s@%s"
                .formatted(
                        letter.path("id").asString(),
                        letter.path("at").asString(),
                        letter.path("cause").asString(),
                        letter.path("key").asString("-"),
                        letter.path("topic").asString(),
                        letter.path("partition").asString(),
                        letter.path("offset").asString());
    }

    private static OperatorCalls calls(OpsCommand command, HttpClient http) {
        URI connector = command.connector();
        if (connector != null) {
            return new OperatorCalls(http, connector, Objects.requireNonNull(command.token()));
        }
        Path file = command.dataDir().resolve("access.json");
        if (!Files.exists(file)) {
            throw new WrongOptionException(
                    "There is no %s: start ./run, or name --data-dir or --connector.".formatted(file));
        }
        Access access = AccessFile.read(file);
        Access.User operator = access.user(access.businesses().getFirst().businessId(), Access.Role.OPERATE);
        return new OperatorCalls(http, access.connector(), operator.token());
    }
}
