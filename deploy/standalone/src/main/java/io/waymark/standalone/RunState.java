package io.waymark.standalone;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code run/state.json}: what runs where, for {@code waymark status}. */
final class RunState {
  private final Path file;
  private final Path dataDir;
  private final Instant started;

  RunState(Path file, Path dataDir, Instant started) {
    this.file = file;
    this.dataDir = dataDir;
    this.started = started;
  }

  void write(List<Map<String, Object>> embedded, List<Supervised> services) {
    var parts = new ArrayList<>(embedded);
    services.forEach(service -> parts.add(part(service)));
    var launcher = new HashMap<String, Object>();
    launcher.put("pid", ProcessHandle.current().pid());
    launcher.put("startedAt", started.toString());
    launcher.put("version", Launcher.version());
    var state = new HashMap<String, Object>();
    state.put("launcher", launcher);
    state.put("dataDir", dataDir.toString());
    state.put("parts", parts);
    Replacement.write(file, JSONObjectUtils.toJSONString(state) + "\n");
  }

  private static Map<String, Object> part(Supervised supervised) {
    Service service = supervised.service();
    var part = new HashMap<String, Object>(service.ports());
    part.put("name", service.name());
    part.put("kind", service.kind());
    part.put("pid", supervised.pid());
    part.put("version", Launcher.version());
    return part;
  }
}
