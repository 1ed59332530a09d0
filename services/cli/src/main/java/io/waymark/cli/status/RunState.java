package io.waymark.cli.status;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher wrote down about the parts that it started.
 *
 * @param launcher the supervisor itself
 * @param dataDirectory where the data is; empty if not written
 * @param parts every part
 */
public record RunState(Part launcher, String dataDirectory, List<Part> parts) {
  /**
   * One part.
   *
   * @param name for example "registry"
   * @param kind "service", "database", "broker", "mail", "gateway" or "launcher"
   * @param pid its process, if it has one of its own
   * @param ports by their use: "grpc", "management", "http", "port"
   * @param version as the launcher knows it; empty if it does not
   */
  public record Part(String name, String kind, OptionalLong pid, JsonObject ports, String version) {
    /** The port for a use. */
    public OptionalInt port(String use) {
      JsonElement port = ports.get(use);
      return isNumber(port) ? OptionalInt.of(port.getAsInt()) : OptionalInt.empty();
    }

    /** The port that a bare connection is tried on. */
    public OptionalInt anyPort() {
      for (String use : List.of("port", "grpc", "http", "management")) {
        if (port(use).isPresent()) {
          return port(use);
        }
      }
      return OptionalInt.empty();
    }
  }

  /** Copies. */
  public RunState {
    parts = List.copyOf(parts);
  }

  /** What was started from a home, as far as it can be read. */
  public static Optional<RunState> of(Path home) {
    try {
      return read(file(home));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Where the launcher writes it. */
  public static Path file(Path home) {
    return home.resolve("run").resolve("state.json");
  }

  /** Reads the state file; empty if there is none, which means that nothing was started. */
  public static Optional<RunState> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonObject root = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      List<Part> parts = new ArrayList<>();
      if (root.has("parts")) {
        root.getAsJsonArray("parts").forEach(part -> parts.add(part(part.getAsJsonObject())));
      }
      JsonObject launcher =
          root.has("launcher") ? root.getAsJsonObject("launcher") : new JsonObject();
      launcher.addProperty("name", "launcher");
      launcher.addProperty("kind", "launcher");
      return Optional.of(new RunState(part(launcher), text(root, "dataDir"), parts));
    } catch (JsonParseException | IllegalStateException | ClassCastException e) {
      throw new IOException(file + " is not what a launcher writes", e);
    }
  }

  private static Part part(JsonObject part) {
    JsonElement pid = part.get("pid");
    return new Part(
        text(part, "name"),
        text(part, "kind"),
        isNumber(pid) ? OptionalLong.of(pid.getAsLong()) : OptionalLong.empty(),
        part,
        text(part, "version"));
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  private static boolean isNumber(@Nullable JsonElement value) {
    return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
  }
}
