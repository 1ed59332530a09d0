package db.registry;

import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.registry.postgres.ProjectColumns;
import io.waymark.registry.wire.ProjectWire;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Reads what projects are found by off the states that were written before V110. */
@SuppressWarnings("checkstyle:TypeName")
public final class V111__fill_project_columns extends BaseJavaMigration {
  @Override
  public void migrate(Context context) throws Exception {
    Connection connection = context.getConnection();
    try (Statement read = connection.createStatement();
        ResultSet rows = read.executeQuery("select state from project");
        PreparedStatement write =
            connection.prepareStatement(
                """
                update project set phase = ?, kind = ?, district = ?, parent_project_id = ?,
                  search = ?, bureau_ids = ?::text[], stops = ?::datemultirange
                where plan_id = ? and project_id = ?
                """)) {
      while (rows.next()) {
        var state = ProjectWire.state(ProjectState.parseFrom(rows.getBytes(1)));
        var details = state.definition().details();
        write.setString(1, state.phase().name());
        write.setString(2, details.kind().name());
        write.setString(3, details.place().district());
        write.setString(4, details.parentProjectId());
        write.setString(5, ProjectColumns.search(state));
        write.setString(6, ProjectColumns.bureaus(state));
        write.setString(7, ProjectColumns.stops(state));
        write.setString(8, state.definition().key().planId());
        write.setString(9, state.definition().key().projectId());
        write.addBatch();
      }
      write.executeBatch();
    }
  }
}
