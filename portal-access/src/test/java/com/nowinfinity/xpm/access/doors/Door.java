package com.nowinfinity.xpm.access.doors;

import com.nowinfinity.xpm.access.PortalKeys;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One operation of a service's API.
 *
 * @param path as described, with its variables
 * @param takes media types of its body
 */
public record Door(URI service, String method, String path, Set<String> takes) {

    static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OF_BUSINESS = "{businessId}";

    /** All under {@code /api} of the running service, from its {@code /v3/api-docs}: a new one cannot be forgotten. */
    public static List<Door> of(URI service) {
        return described(service).stream()
                .filter(door -> door.path().startsWith("/api/"))
                .toList();
    }

    /** All that the running service answers at, described or not. */
    static List<Door> of(URI service, ApplicationContext context) {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> of(service, mapping))
                .toList();
    }

    private static Stream<Door> of(URI service, RequestMappingInfo mapping) {
        return mapping.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Door(service, method.name(), pattern.getPatternString(), Set.of())));
    }

    private static List<Door> described(URI service) {
        String described = send(HttpRequest.newBuilder(service.resolve("/v3/api-docs"))
                        .build())
                .body();
        List<Door> doors = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                JSON.readTree(described).path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                doors.add(new Door(
                        service,
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        Set.copyOf(
                                operation.getValue().at("/requestBody/content").propertyNames())));
            }
        }
        return doors;
    }

    boolean isForOperators() {
        return path.startsWith("/api/dead-letters") || path.equals("/api/businesses/{businessId}/data");
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean isOfBusiness() {
        return path.contains(OF_BUSINESS);
    }

    String scope() {
        return isForOperators() ? "xpm.operate" : reads() ? "xpm.read" : "xpm.manage";
    }

    HttpResponse<String> call(String businessId, @Nullable String token, String contentType, String body) {
        String address = path.replace(OF_BUSINESS, businessId).replaceAll("\\{[^}]*}", "x");
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(address))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", contentType);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    /** Somebody who may comes without a body; the answer's content is left where it is, as a stream never ends. */
    HttpResponse<InputStream> open(String businessId, PortalKeys portal) {
        String address = path.replace(OF_BUSINESS, businessId).replaceAll("\\{[^}]*}", "x");
        return exchange(
                HttpRequest.newBuilder(service.resolve(address))
                        .method(method, BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + portal.token(scope(), businessId))
                        .build(),
                BodyHandlers.ofInputStream());
    }

    /** Somebody comes who brings nothing. */
    HttpResponse<String> knock() {
        return send(HttpRequest.newBuilder(service.resolve(path.replaceAll("\\{[^}]*}", "x")))
                .method(method, BodyPublishers.noBody())
                .build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        return exchange(request, BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> content) {
        try {
            return HTTP.send(request, content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
