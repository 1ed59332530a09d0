package io.waymark.standalone;

/** Tells the user, and the {@code waymark} script, where everything is. */
final class WhereToLook {
  private final Home home;
  private final Settings settings;
  private final Words words;

  WhereToLook(Home home, Settings settings, Words words) {
    this.home = home;
    this.settings = settings;
    this.words = words;
  }

  /**
   * Writes {@code run/where} for people and {@code run/server}, the gRPC address, for the command
   * line.
   */
  void write() {
    String mail =
        settings
            .mail()
            .map(host -> words.get("where.mail.external", host))
            .orElseGet(() -> words.get("where.mail", settings.port(Port.HTTP)));
    String text =
        words.get(
            "where",
            settings.port(Port.HTTP),
            settings.port(Port.GATEWAY_GRPC),
            mail,
            settings.port(Port.REGISTRY_MANAGEMENT),
            settings.port(Port.INDICATOR_MANAGEMENT),
            settings.port(Port.ALERTING_MANAGEMENT),
            home.root());
    Replacement.write(home.run("where"), text + "\n");
    Replacement.write(home.run("server"), "localhost:" + settings.port(Port.GATEWAY_GRPC) + "\n");
  }
}
