package com.nowinfinity.xpm.access;

import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Controllers are plain blocking methods, each call on a virtual thread; bodies have a greatest size. */
final class WebEdge implements WebFluxConfigurer {

    private final PortalAccessProperties portal;

    WebEdge(PortalAccessProperties portal) {
        this.portal = portal;
    }

    @Override
    public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
        configurer.setExecutor(new VirtualThreadTaskExecutor("http-")).setControllerMethodPredicate(_method -> true);
    }

    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
        configurer
                .defaultCodecs()
                .maxInMemorySize(Math.toIntExact(portal.maxBodySize().toBytes()));
        configurer.defaultCodecs().multipartReader(new NamedParts());
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new CallerArgument());
    }
}
