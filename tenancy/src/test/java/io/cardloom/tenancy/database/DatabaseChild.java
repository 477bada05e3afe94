package io.cardloom.tenancy.database;

import io.cardloom.tenancy.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** A JVM of its own that opens the embedded database, counts its starts in it, and waits. */
final class DatabaseChild {

    private DatabaseChild() {}

    public static void main(String[] args) throws Exception {
        EmbeddedDatabase database = opened(Path.of(args[0]));
        String url = database.url("kept");
        String user = EmbeddedDatabase.USER;
        try (Connection connection = DriverManager.getConnection(url, user, database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists start (id int auto_increment primary key)");
            statement.execute("insert into start values ()");
            try (ResultSet row = statement.executeQuery("select count(*) from start")) {
                String count = row.next() ? row.getString(1) : "none";
                System.out.write(("starts " + count + "\n").getBytes(StandardCharsets.UTF_8));
                System.out.flush();
            }
        }
        if (System.in.read() >= 0) {
            System.exit(0);
        }
    }

    private static EmbeddedDatabase opened(Path folder) {
        try {
            return EmbeddedDatabase.in(folder);
        } catch (Refusal refusal) {
            System.out.println("refused " + refusal.code() + ": " + refusal.sentence());
            throw refusal;
        }
    }
}
