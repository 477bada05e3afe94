package io.cardloom.tenancy.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

    private static final Set<String> TABLES = Set.of("design", "layer");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select d.id, d.tenant_id from design d where d.tenant_id=? and d.id=?",
                "select d.id from design as d join layer l on l.tenant_id = d.tenant_id"
                        + " where d.tenant_id = ?",
                "select 1 from `design` where tenant_id in (?, ?)",
                "select d.id from design d where ? = d.tenant_id",
                "select x.id from other x",
                "select design from other where design = 1",
                "insert into design (tenant_id, id) values (?, ?)",
                "insert into design (id,name,tenant_id) values (?,?,?)",
                "update design set name=? where id=? and tenant_id=?",
                "delete from design where tenant_id=? and id=?",
                "update design d set d.name=? where d.tenant_id=? and d.id=?",
                "select d.id from design d where d.tenant_id=? and exists"
                        + " (select 1 from layer l where l.tenant_id=? and l.id=d.id)"
            })
    void letsBoundStatementsPass(String sql) {
        assertThat(new SqlText(sql, TABLES).isBound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from design",
                "select d.tenant_id from design d where d.id=?",
                "select d.id from design d where d.id=? order by d.tenant_id",
                "select d.id from design d, layer l where d.tenant_id=?",
                "select d.id from design d join layer l on l.id=d.id where d.tenant_id=?",
                "select d.id from design d where d.tenant_id=? and exists"
                        + " (select 1 from layer l where l.id=d.id)",
                "select d.id from design d where d.tenant_id=? union select e.id from design e",
                "select d.id from design d where d.tenant_id <> ?",
                "select d.id from design d where d.tenant_id is not null",
                "select d.id from design d where d.tenant_id like ?",
                "select id from design where id=? /* tenant_id=? */",
                "select id from design where id=? -- tenant_id=?",
                "select id from design where name='tenant_id=1'",
                "select id from DESIGN where id=?",
                "select id from `cardloom`.`design` where id=?",
                "update design set tenant_id=? where id=?",
                "update design set name=?",
                "delete from design",
                "delete from design where id=?",
                "insert into design values (?, ?)",
                "insert into design (id) values (?)",
                "insert into design (tenant_id, id) select l.tenant_id, l.id from layer l",
                "truncate table design",
                "replace into design (id) values (?)"
            })
    void refusesStatementsThatReachFurther(String sql) {
        assertThat(new SqlText(sql, TABLES).isBound()).isFalse();
    }
}
