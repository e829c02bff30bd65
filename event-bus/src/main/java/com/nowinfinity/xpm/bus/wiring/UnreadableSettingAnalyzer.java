package com.nowinfinity.xpm.bus.wiring;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionException;
import org.springframework.util.unit.DataSize;

/**
 * Says in one sentence which setting is not of its type. Its value is not shown, since it may be a secret that was put
 * in the wrong place. Comes after those that know a service's own sentence.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnreadableSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        return findCause(cause, ConversionException.class) == null
                ? null
                : new FailureAnalysis(
                        "The configuration is wrong: " + cause.getName() + " must be "
                                + form(cause.getTarget().getType().resolve(Object.class)) + ".",
                        null,
                        cause);
    }

    private static String form(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(String::valueOf)
                                    .toList());
        }
        if (type == Duration.class) {
            return "a length of time, as 30s or 2h";
        }
        if (type == DataSize.class) {
            return "a size, as 10MB";
        }
        if (type == URI.class) {
            return "an address, as https://host/path";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "a number" : "a " + type.getSimpleName();
    }
}
