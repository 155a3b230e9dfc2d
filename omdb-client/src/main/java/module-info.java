/**
 * A client for the OMDb API. Start at {@link io.github.ratingsstream.omdb.OmdbClient}.
 *
 * <p>On the class path nothing reads this descriptor; there any Gson from 2.2.4 up will do. On the module path it takes a Gson
 * that is a module, and closes {@code omdb.internal}.
 */
module io.github.ratingsstream.omdb {
    requires com.github.benmanes.caffeine;
    requires com.google.gson;
    requires transitive java.sql;
    // HttpCore reads socket options of it, and as it has no descriptor nobody else asks for it.
    requires jdk.net;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports io.github.ratingsstream.omdb;
    exports io.github.ratingsstream.omdb.answer;
    exports io.github.ratingsstream.omdb.monitor;
    exports io.github.ratingsstream.omdb.request;
    exports io.github.ratingsstream.omdb.simulator;
    exports io.github.ratingsstream.omdb.store;
    exports io.github.ratingsstream.omdb.store.jdbc;
    exports io.github.ratingsstream.omdb.title;
}
