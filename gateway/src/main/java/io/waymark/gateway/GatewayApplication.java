package io.waymark.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the gateway. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
public class GatewayApplication {
  /** Starts the gateway with the settings of the environment. */
  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }
}
