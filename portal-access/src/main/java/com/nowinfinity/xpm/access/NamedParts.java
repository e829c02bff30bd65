package com.nowinfinity.xpm.access;

import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.codec.multipart.DefaultPartHttpMessageReader;
import org.springframework.http.codec.multipart.MultipartHttpMessageReader;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/** Reads forms with parts; a part without a name is the sender's mistake, which Spring takes for its own. */
final class NamedParts extends MultipartHttpMessageReader {

    NamedParts() {
        super(new DefaultPartHttpMessageReader());
    }

    @Override
    public Mono<MultiValueMap<String, Part>> readMono(
            ResolvableType type, ReactiveHttpInputMessage message, Map<String, Object> hints) {
        return super.readMono(type, message, hints)
                .onErrorMap(
                        IllegalStateException.class, unnamed -> new DecodingException("A part has no name", unnamed));
    }
}
