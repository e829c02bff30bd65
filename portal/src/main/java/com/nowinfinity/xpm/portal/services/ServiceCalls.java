package com.nowinfinity.xpm.portal.services;

import com.nowinfinity.xpm.bus.Traces;
import com.nowinfinity.xpm.portal.signin.Person;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of a signed-in person to the services, on virtual threads: each waits for its answer. */
public final class ServiceCalls {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final ServicesProperties services;
    private final PersonTokens tokens;
    private final Traces traces;

    ServiceCalls(HttpClient http, ServicesProperties services, PersonTokens tokens, Traces traces) {
        this.http = http;
        this.services = services;
        this.tokens = tokens;
        this.traces = traces;
    }

    /** An id as one part of a path, whatever characters somebody has put into it. */
    public static String part(String id) {
        return UriUtils.encode(id, StandardCharsets.UTF_8);
    }

    /** @throws ServiceProblem when the service refuses, or does not answer */
    public <T> T get(Person person, Service service, String path, TypeReference<T> type) {
        return JSON.readValue(answer(person, service, "GET", path, null).body(), type);
    }

    /** As {@link #get}, for one object. */
    public <T> T get(Person person, Service service, String path, Class<T> type) {
        return JSON.readValue(answer(person, service, "GET", path, null).body(), type);
    }

    /** POST, PUT or DELETE with a body, or none; the answer whole, since some bring a cookie. */
    public HttpResponse<byte[]> send(
            Person person, Service service, String method, String path, @Nullable Object body) {
        return answer(person, service, method, path, body);
    }

    /** The answer of {@link #send} as JSON. */
    public JsonNode read(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }

    /** A file as it comes in; the caller closes it. */
    public HttpResponse<InputStream> download(Person person, Service service, String path) {
        HttpRequest request = request(person, service, path).GET().build();
        HttpResponse<InputStream> answer = send(request, service, BodyHandlers.ofInputStream());
        if (answer.statusCode() >= 400) {
            try (InputStream body = answer.body()) {
                throw problem(answer.statusCode(), body.readNBytes(100_000), service);
            } catch (IOException e) {
                throw unreachable(service, e);
            }
        }
        return answer;
    }

    private HttpResponse<byte[]> answer(
            Person person, Service service, String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = request(person, service, path);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        HttpResponse<byte[]> answer = send(request.build(), service, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 400) {
            throw problem(answer.statusCode(), answer.body(), service);
        }
        return answer;
    }

    private HttpRequest.Builder request(Person person, Service service, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(service, path))
                .timeout(services.timeout())
                .header("Accept", "application/json, */*;q=0.5")
                .header("Authorization", "Bearer " + tokens.of(person));
        String trace = traces.current();
        return trace == null ? request : request.header(Traces.HEADER, trace);
    }

    private <T> HttpResponse<T> send(HttpRequest request, Service service, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw unreachable(service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(service, e);
        }
    }

    URI address(Service service, String path) {
        URI base = switch (service) {
            case CONNECTOR -> services.connectorUri();
            case REPORT -> services.reportUri();
            case NOTIFICATION -> services.notificationUri();
        };
        return base.resolve(path);
    }

    private static ServiceProblem unreachable(Service service, Exception cause) {
        String name = service.name().toLowerCase(java.util.Locale.ROOT);
        return new ServiceProblem(
                503,
                "unreachable",
                "Not available at the moment",
                "The " + name + " service does not answer. Nothing is lost; try again in a moment.",
                null,
                cause);
    }

    private static ServiceProblem problem(int status, byte[] body, Service service) {
        try {
            JsonNode problem = JSON.readTree(body);
            return new ServiceProblem(
                    status,
                    problem.path("code").asString("unknown"),
                    problem.path("title").asString("Refused"),
                    problem.at("/items/0/reason")
                            .asString(problem.path("detail").asString("")),
                    problem.path("runId").asString(null),
                    null);
        } catch (JacksonException e) {
            return new ServiceProblem(
                    status, "unknown", "Refused", "The %s service answered %d.".formatted(service, status), null, e);
        }
    }
}
