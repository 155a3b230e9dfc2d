package io.github.ratingsstream.omdb.kit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The least a pool does: a connection given back is handed out again as it is, unless it is closed. */
public final class PooledDataSource implements AutoCloseable {

    /** Where connections come from. */
    @FunctionalInterface
    public interface Source {
        Connection connect() throws SQLException;
    }

    private final Source source;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inUse = new AtomicInteger();

    public PooledDataSource(Source source) {
        this.source = source;
    }

    public DataSource dataSource() {
        return of(this::handOut);
    }

    /** One that can do nothing but connect. */
    public static DataSource of(Source source) {
        return proxy(DataSource.class, (method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return source.connect();
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    /** Connections handed out and not given back. */
    public int inUse() {
        return inUse.get();
    }

    private Connection handOut() throws SQLException {
        Connection kept = idle.poll();
        Connection connection = kept == null || kept.isClosed() ? source.connect() : kept;
        inUse.incrementAndGet();
        return proxy(Connection.class, (method, arguments) -> {
            if (!method.getName().equals("close")) {
                return method.invoke(connection, arguments);
            }
            inUse.decrementAndGet();
            idle.add(connection);
            return null;
        });
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : idle) {
            connection.close();
        }
    }

    private interface Call {
        Object with(Method method, Object[] arguments) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return call.with(method, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
