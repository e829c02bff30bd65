package com.nowinfinity.xpm.connector.tokens;

import com.nowinfinity.xpm.connector.secrets.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Xero's identity service: consent, tokens, revocation. Never retries: whoever calls remembers what failed. */
public final class XeroIdentity {

    private static final String REGISTRATION = "xero";

    /** A token that ends sooner than this is of no use to a worker. */
    private static final Duration SHORTEST = Duration.ofSeconds(60);

    private final XeroProperties xero;
    private final ClientRegistration registration;
    private final WebClient http;
    private final Duration deadline;
    private final InstantSource clock;
    private final WebClientReactiveAuthorizationCodeTokenResponseClient codes =
            new WebClientReactiveAuthorizationCodeTokenResponseClient();
    private final WebClientReactiveRefreshTokenTokenResponseClient refreshes =
            new WebClientReactiveRefreshTokenTokenResponseClient();

    XeroIdentity(XeroProperties xero, WebClient http, Duration deadline, InstantSource clock) {
        this.xero = xero;
        this.registration = registration(xero);
        this.http = http;
        this.deadline = deadline;
        this.clock = clock;
        codes.setWebClient(http);
        refreshes.setWebClient(http);
    }

    /** @param state what Xero hands back with the code */
    public Consent consent(Secret state) {
        OAuth2AuthorizationRequest.Builder request = request().state(state.value());
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
        OAuth2AuthorizationRequest complete = request.build();
        String verifier = Objects.requireNonNull(complete.getAttribute(PkceParameterNames.CODE_VERIFIER));
        return new Consent(URI.create(complete.getAuthorizationRequestUri()), new Secret(verifier));
    }

    public TokenAnswer exchange(Secret code, Secret verifier) {
        OAuth2AuthorizationRequest request = request()
                .attributes(attributes -> attributes.put(PkceParameterNames.CODE_VERIFIER, verifier.value()))
                .build();
        OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code.value())
                .redirectUri(xero.redirectUri().toString())
                .build();
        return answer(codes.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(
                registration, new OAuth2AuthorizationExchange(request, response))));
    }

    public TokenAnswer refresh(Secret refreshToken) {
        // Spring wants the access token too, and sends none of it.
        Instant now = clock.instant();
        OAuth2AccessToken expired =
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "expired", now.minusSeconds(1), now);
        OAuth2RefreshToken refresh = new OAuth2RefreshToken(refreshToken.value(), null);
        return answer(refreshes.getTokenResponse(new OAuth2RefreshTokenGrantRequest(registration, expired, refresh)));
    }

    /** Ends the refresh token and with it everything that its user has opened to us. False when Xero did not say yes. */
    public boolean revoke(Secret refreshToken) {
        try {
            http.post()
                    .uri(xero.revocationUri())
                    .headers(headers -> headers.setBasicAuth(
                            xero.clientId(), xero.clientSecret().value()))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(BodyInserters.fromFormData("token", refreshToken.value()))
                    .retrieve()
                    .toBodilessEntity()
                    .block(deadline);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private TokenAnswer answer(Mono<OAuth2AccessTokenResponse> asked) {
        try {
            return granted(asked.block(deadline));
        } catch (OAuth2AuthorizationException e) {
            String code = e.getError().getErrorCode();
            return code.equals("invalid_grant") ? new TokenAnswer.Refused() : new TokenAnswer.Failed(code);
        } catch (RuntimeException e) {
            // Only its kind: a message may quote what was sent.
            return new TokenAnswer.Failed(e.getClass().getSimpleName());
        }
    }

    private TokenAnswer granted(@Nullable OAuth2AccessTokenResponse response) {
        if (response == null) {
            return new TokenAnswer.Failed("empty");
        }
        Instant expiresAt = response.getAccessToken().getExpiresAt();
        if (expiresAt == null || expiresAt.isBefore(clock.instant().plus(SHORTEST))) {
            return new TokenAnswer.Failed("expires_in");
        }
        String access = response.getAccessToken().getTokenValue();
        if (access.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return new TokenAnswer.Failed("access_token");
        }
        OAuth2RefreshToken refresh = response.getRefreshToken();
        TokenClaims claims = TokenClaims.of(access);
        return new TokenAnswer.Granted(
                new Secret(access),
                refresh == null ? null : new Secret(refresh.getTokenValue()),
                expiresAt,
                claims.xeroUserId() == null ? "" : claims.xeroUserId(),
                claims.authEventId());
    }

    private OAuth2AuthorizationRequest.Builder request() {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(xero.authorizationUri().toString())
                .clientId(xero.clientId())
                .redirectUri(xero.redirectUri().toString())
                .scopes(new LinkedHashSet<>(xero.scopes()));
    }

    private static ClientRegistration registration(XeroProperties xero) {
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(xero.clientId())
                .clientSecret(xero.clientSecret().value())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationUri(xero.authorizationUri().toString())
                .tokenUri(xero.tokenUri().toString())
                .redirectUri(xero.redirectUri().toString())
                .scope(xero.scopes())
                .build();
    }
}
