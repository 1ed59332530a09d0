package io.waymark.standalone;

/** A port that the standalone listens on; each can be moved by its setting. */
enum Port {
  HTTP("WAYMARK_HTTP_PORT", 8080),
  GATEWAY_GRPC("WAYMARK_GATEWAY_GRPC_PORT", 9090),
  REGISTRY("WAYMARK_REGISTRY_PORT", 50051),
  INDICATOR("WAYMARK_INDICATOR_PORT", 50052),
  ALERTING("WAYMARK_ALERTING_PORT", 50053),
  REGISTRY_MANAGEMENT("WAYMARK_REGISTRY_MANAGEMENT_PORT", 8081),
  INDICATOR_MANAGEMENT("WAYMARK_INDICATOR_MANAGEMENT_PORT", 8082),
  ALERTING_MANAGEMENT("WAYMARK_ALERTING_MANAGEMENT_PORT", 8083),
  KAFKA("WAYMARK_KAFKA_PORT", 19092),
  POSTGRES("WAYMARK_POSTGRES_PORT", 15432),
  SMTP("WAYMARK_SMTP_PORT", 1025);

  private final String setting;
  private final int usual;

  Port(String setting, int usual) {
    this.setting = setting;
    this.usual = usual;
  }

  String setting() {
    return setting;
  }

  /** Where it is if nothing is set. */
  int usual() {
    return usual;
  }
}
