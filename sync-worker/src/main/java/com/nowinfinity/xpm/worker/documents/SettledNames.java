package com.nowinfinity.xpm.worker.documents;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Leads any name to the addresses that were looked at before: whoever owns the name cannot change his mind in between. */
final class SettledNames extends AddressResolverGroup<InetSocketAddress> {

    private final List<InetAddress> addresses;

    SettledNames(List<InetAddress> addresses) {
        this.addresses = addresses;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new InetNameResolver(executor) {
            @Override
            protected void doResolve(String name, Promise<InetAddress> promise) {
                promise.setSuccess(addresses.getFirst());
            }

            @Override
            protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
                promise.setSuccess(addresses);
            }
        }.asAddressResolver();
    }
}
