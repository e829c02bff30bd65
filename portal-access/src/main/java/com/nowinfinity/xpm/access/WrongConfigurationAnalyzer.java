package com.nowinfinity.xpm.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Shows the one sentence instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WrongConfigurationAnalyzer extends AbstractFailureAnalyzer<WrongConfigurationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongConfigurationException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
