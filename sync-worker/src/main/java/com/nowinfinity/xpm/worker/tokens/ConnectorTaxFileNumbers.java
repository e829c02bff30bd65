package com.nowinfinity.xpm.worker.tokens;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks connector-service each time: the worker keeps no tax file number. */
public final class ConnectorTaxFileNumbers implements TaxFileNumbers {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final URI internalUri;
    private final InternalSecret secret;

    public ConnectorTaxFileNumbers(HttpClient http, URI internalUri, InternalSecret secret) {
        this.http = http;
        this.internalUri = internalUri;
        this.secret = secret;
    }

    @Override
    public Optional<TaxFileNumber> redeem(String businessId, String reference) throws IOException {
        return ask("/internal/businesses/" + businessId + "/tax-file-numbers/" + encoded(reference));
    }

    @Override
    public Optional<TaxFileNumber> of(String businessId, String entityId) throws IOException {
        return ask("/internal/businesses/" + businessId + "/entities/" + encoded(entityId) + "/tax-file-number");
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Optional<TaxFileNumber> ask(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(internalUri.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + secret.value())
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200 ->
                    Optional.of(new TaxFileNumber(
                            JSON.readTree(answer.body()).path("tfn").asString()));
                // An id that no door takes, as a foreign publisher may give, has no number either.
                case 400, 404, 410 -> Optional.empty();
                default -> throw new IOException("The connection service answered " + answer.statusCode());
            };
        } catch (JacksonException e) {
            // Without its cause, which might quote the answer.
            throw new IOException("The connection service's answer cannot be read");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking for a tax file number", e);
        }
    }
}
