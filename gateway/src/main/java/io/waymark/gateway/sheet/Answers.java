package io.waymark.gateway.sheet;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.waymark.sheets.SheetWords;
import io.waymark.sheets.form.Batch;
import io.waymark.sheets.form.CellFault;
import java.util.Base64;
import java.util.List;

/** What the board is told of an uploaded file. */
final class Answers {
  private static final int ROWS = 20;
  private static final int FAULTS = 200;

  private final SheetWords words;

  Answers(SheetWords words) {
    this.words = words;
  }

  /** What would be sent, or was. */
  <R> JsonObject of(
      Batch<R> batch, Kind<R> kind, List<CellFault> faults, int landed, boolean sent) {
    JsonObject answer = new JsonObject();
    answer.addProperty("sent", sent);
    answer.addProperty("good", sent ? landed : batch.items().size());
    answer.addProperty(
        "faulty", sent ? batch.faultyRows() + batch.items().size() - landed : batch.faultyRows());
    answer.addProperty("left_empty", batch.leftEmpty());
    answer.addProperty("hopeless", batch.isHopeless());
    JsonArray notices = new JsonArray();
    batch.notices().forEach(notice -> notices.add(words.say(notice)));
    answer.add("notices", notices);
    JsonArray rows = new JsonArray();
    batch.items().stream().limit(ROWS).forEach(item -> rows.add(row(item, kind)));
    answer.add("rows", rows);
    JsonArray told = new JsonArray();
    faults.stream().limit(FAULTS).forEach(fault -> told.add(fault(fault)));
    answer.add("faults", told);
    return answer;
  }

  private static <R> JsonArray row(Batch.Item<R> item, Kind<R> kind) {
    JsonArray cells = new JsonArray();
    cells.add(item.row().number());
    kind.shown(item.request()).forEach(cells::add);
    return cells;
  }

  private JsonObject fault(CellFault fault) {
    JsonObject told = new JsonObject();
    told.addProperty("sheet", fault.row().sheet());
    told.addProperty("cell", fault.place());
    told.addProperty("heading", fault.heading());
    told.addProperty("reason", words.say(fault.reason()));
    return told;
  }

  /** Adds the copy in which the faulty rows come back. */
  static void addCopy(JsonObject answer, String name, byte[] copy) {
    JsonObject refused = new JsonObject();
    refused.addProperty("name", name);
    refused.addProperty("base64", Base64.getEncoder().encodeToString(copy));
    answer.add("refused", refused);
  }

  static JsonObject progress(int done, int all) {
    JsonObject counts = new JsonObject();
    counts.addProperty("done", done);
    counts.addProperty("all", all);
    JsonObject line = new JsonObject();
    line.add("progress", counts);
    return line;
  }
}
