package io.github.ratingsstream.omdb.kit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts what is sent to a database: executions of prepared statements, each a trip there and back. */
public final class CountedStatements {

    private final DataSource database;
    private final AtomicInteger executed = new AtomicInteger();

    public CountedStatements(DataSource database) {
        this.database = database;
    }

    public DataSource dataSource() {
        return PooledDataSource.of(this::connect);
    }

    /** How many since this was last asked. */
    public int executed() {
        return executed.getAndSet(0);
    }

    private Connection connect() throws SQLException {
        return counted(Connection.class, database.getConnection());
    }

    private <T> T counted(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                if (real instanceof PreparedStatement && method.getName().startsWith("execute")) {
                    executed.incrementAndGet();
                }
                Object result = method.invoke(real, args);
                return result instanceof PreparedStatement statement
                        ? counted(PreparedStatement.class, statement)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
