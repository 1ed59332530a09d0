package io.waymark.cli.view;

import io.waymark.cli.status.PartStatus;
import io.waymark.cli.status.SystemStatus;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What runs on this machine, part by part. */
public final class StatusView {
  private final View view;
  private final Words words;

  /** For one reader. */
  public StatusView(View view) {
    this.view = view;
    this.words = view.words();
  }

  /** One line a part, then what is kept, then whatever lags. */
  public String render(SystemStatus status) {
    Table table =
        new Table(
            "",
            Align.LEFT,
            Align.LEFT,
            Align.RIGHT,
            Align.LEFT,
            Align.LEFT,
            Align.RIGHT,
            Align.RIGHT,
            Align.LEFT);
    table.heading(
        words.get("status.part"),
        words.get("status.state"),
        words.get("status.pid"),
        words.get("status.ports"),
        words.get("status.version"),
        words.get("status.outbox"),
        words.get("status.lag"),
        words.get("status.cause"));
    status.parts().forEach(part -> table.row(row(part)));
    return table.render(view.style()) + "\n" + counts(status) + lags(status) + verdict(status);
  }

  private Cell[] row(PartStatus status) {
    boolean up = status.up();
    Cell state = new Cell(words.get(up ? "status.up" : "status.down"), up ? Tone.GREEN : Tone.RED);
    String pid = status.part().pid().isPresent() ? "" + status.part().pid().getAsLong() : "-";
    return new Cell[] {
      Cell.of(words.getOr("part." + status.part().name(), status.part().name())),
      state,
      Cell.of(pid),
      Cell.of(ports(status)),
      Cell.of(status.version().isEmpty() ? "-" : status.version()),
      Cell.of(whole(status.outboxDepth())),
      Cell.of(whole(status.lag())),
      new Cell(status.cause(), Tone.RED)
    };
  }

  private static String ports(PartStatus status) {
    List<String> ports = new ArrayList<>();
    for (String use : List.of("http", "grpc", "management", "port")) {
      status
          .part()
          .port(use)
          .ifPresent(p -> ports.add(use.equals("port") ? "" + p : use + " " + p));
    }
    return ports.isEmpty() ? "-" : String.join(", ", ports);
  }

  private static String whole(OptionalLong value) {
    return value.isPresent() ? String.valueOf(value.getAsLong()) : "-";
  }

  private String counts(SystemStatus status) {
    List<String> counts = new ArrayList<>();
    for (PartStatus part : status.parts()) {
      part.counts().forEach((name, count) -> counts.add(count(name, count)));
    }
    String line = counts.isEmpty() ? "-" : String.join(" · ", counts);
    return words.get("status.keeps", line) + "\n";
  }

  private String count(String name, long count) {
    return words.get("count", words.get("count." + name), view.figures().count(count));
  }

  private String lags(SystemStatus status) {
    StringBuilder lines = new StringBuilder();
    for (PartStatus part : status.parts()) {
      for (PartStatus.Lag lag : part.lags()) {
        if (lag.events() > 0) {
          lines.append(words.get("status.lags", lag.consumer(), lag.topic(), lag.events()));
          lines.append('\n');
        }
      }
    }
    return lines.toString();
  }

  private String verdict(SystemStatus status) {
    if (status.up()) {
      return words.get("status.allUp", status.state().dataDirectory()) + "\n";
    }
    long down = status.parts().stream().filter(part -> !part.up()).count();
    return view.style().paint(Tone.RED, words.get("status.someDown", down)) + "\n";
  }
}
