package io.waymark.cli.status;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.waymark.cli.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How everything that the launcher started is. */
public record SystemStatus(RunState state, List<PartStatus> parts) {
  /** Copies. */
  public SystemStatus {
    parts = List.copyOf(parts);
  }

  /** Asks all parts at once. */
  public static SystemStatus ask(RunState state, Words words) {
    Probe probe = new Probe(words);
    List<RunState.Part> asked = new ArrayList<>();
    asked.add(state.launcher());
    asked.addAll(state.parts());
    List<Future<PartStatus>> answers;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers = asked.stream().map(part -> threads.submit(() -> probe.ask(part))).toList();
    }
    return new SystemStatus(state, answers.stream().map(Future::resultNow).toList());
  }

  /** True if every part is up. */
  public boolean up() {
    return parts.stream().allMatch(PartStatus::up);
  }

  /** Events that wait to be published or handled; 0 once whatever was reported reached everyone. */
  public long backlog() {
    return parts.stream()
        .mapToLong(part -> part.outboxDepth().orElse(0) + part.lag().orElse(0))
        .sum();
  }

  /** For machines. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("up", up());
    json.addProperty("dataDir", state.dataDirectory());
    JsonArray array = new JsonArray();
    parts.forEach(part -> array.add(toJson(part)));
    json.add("parts", array);
    return json;
  }

  private static JsonObject toJson(PartStatus status) {
    JsonObject json = new JsonObject();
    json.addProperty("name", status.part().name());
    json.addProperty("kind", status.part().kind());
    status.part().pid().ifPresent(pid -> json.addProperty("pid", pid));
    json.addProperty("up", status.up());
    if (!status.up()) {
      json.addProperty("cause", status.cause());
    }
    if (!status.version().isEmpty()) {
      json.addProperty("version", status.version());
    }
    JsonObject counts = new JsonObject();
    status.counts().forEach(counts::addProperty);
    json.add("counts", counts);
    status.outboxDepth().ifPresent(depth -> json.addProperty("outboxDepth", depth));
    json.add("consumerLag", lags(status));
    return json;
  }

  private static JsonArray lags(PartStatus status) {
    JsonArray lags = new JsonArray();
    for (PartStatus.Lag lag : status.lags()) {
      JsonObject json = new JsonObject();
      json.addProperty("consumer", lag.consumer());
      json.addProperty("topic", lag.topic());
      json.addProperty("events", lag.events());
      lags.add(json);
    }
    return lags;
  }
}
