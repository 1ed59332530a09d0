package io.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waymark.embedded.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
  private static final Words ENGLISH = Words.of(Map.of());
  private static final Words CHINESE = Words.of(Map.of("LANG", "zh_CN.UTF-8"));

  @TempDir Path folder;

  @Test
  void aTakenPortNamesTheSettingThatMovesIt() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(
              () -> new Preflight(ENGLISH).checkPorts(settings("WAYMARK_KAFKA_PORT", port)))
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith("Port " + port + " is taken")
          .hasMessageContaining("WAYMARK_KAFKA_PORT=");
      assertThatThrownBy(
              () -> new Preflight(CHINESE).checkPorts(settings("WAYMARK_KAFKA_PORT", port)))
          .hasMessageStartingWith("端口 " + port + " 已被占用");
    }
  }

  @Test
  void onLinuxTheProgramThatHoldsThePortIsNamed() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/net/tcp")));
    try (var taken = new ServerSocket(0)) {
      assertThat(PortOwner.of(taken.getLocalPort()))
          .map(ProcessHandle::pid)
          .contains(ProcessHandle.current().pid());
    }
  }

  @Test
  void aPortOfAnExternalPartIsNotOursToCheck() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> environment = freePorts();
      environment.put("WAYMARK_KAFKA_PORT", Integer.toString(taken.getLocalPort()));
      environment.put("WAYMARK_KAFKA_BOOTSTRAP", "broker.example:9092");
      Settings settings = Settings.read(environment, ENGLISH);
      assertThatCode(() -> new Preflight(ENGLISH).checkPorts(settings)).doesNotThrowAnyException();
    }
  }

  @Test
  void aFolderThatCannotBeWrittenSaysWhatToDo() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new Preflight(ENGLISH).checkFolder(file.resolve("data")))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("Cannot write into " + file.resolve("data"))
        .hasMessageEndingWith("Choose another folder with --data DIR.");
  }

  @Test
  void aFullDiskIsToldBeforeAnythingStarts() {
    assertThatThrownBy(() -> new Preflight(ENGLISH).checkRoom(folder, 2047))
        .hasMessage(
            "There are only 2047 MiB free where "
                + folder
                + " is; Waymark needs 2048. Make room, or choose another folder with --data DIR.");
    assertThatCode(() -> new Preflight(ENGLISH).checkRoom(folder, 2048)).doesNotThrowAnyException();
  }

  @Test
  void aPortThatIsNoNumberOrTwiceTheSameIsNamed() {
    assertThatThrownBy(() -> Settings.read(Map.of("WAYMARK_SMTP_PORT", "70000"), ENGLISH))
        .hasMessage("WAYMARK_SMTP_PORT: 70000 (expected: a port from 1 to 65535)");
    assertThatThrownBy(() -> Settings.read(Map.of("WAYMARK_SMTP_PORT", "8080"), ENGLISH))
        .hasMessage(
            "WAYMARK_HTTP_PORT and WAYMARK_SMTP_PORT are both 8080; each needs a port of its own.");
  }

  private static Settings settings(String name, int port) {
    Map<String, String> environment = freePorts();
    environment.put(name, Integer.toString(port));
    return Settings.read(environment, ENGLISH);
  }

  private static Map<String, String> freePorts() {
    var environment = new HashMap<String, String>();
    for (Port port : Port.values()) {
      environment.put(port.setting(), Integer.toString(FreePort.find()));
    }
    return environment;
  }
}
