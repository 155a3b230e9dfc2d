package io.github.ratingsstream.omdb.internal.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;

/**
 * The HTTP proxy that the JVM's settings put in front of an address. Only for messages: the HTTP library finds it
 * itself.
 */
record ProxyInFront(URI target) {

    /** Its host and port, determined anew each time, as the settings may change. */
    Optional<String> address() {
        ProxySelector selector = ProxySelector.getDefault();
        return selector == null
                ? Optional.empty()
                : selector.select(target).stream()
                        .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                        .map(proxy -> (InetSocketAddress) proxy.address())
                        .map(address -> address.getHostString() + ":" + address.getPort())
                        .findFirst();
    }
}
