package io.waymark.alerting.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** A self-signed certificate, made by the JDK's keytool, as a key store and as PEM files. */
record TestCertificate(Path keyStore, Path certificate, Path key) {
  static final String PASSWORD = "changeit";

  /** Makes one that is good for a host. */
  static TestCertificate of(String host, Path folder) throws IOException, InterruptedException {
    Path store = folder.resolve(host + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool made no certificate for " + host);
    }
    try (InputStream file = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(file, PASSWORD.toCharArray());
      byte[] key = keys.getKey("mail", PASSWORD.toCharArray()).getEncoded();
      byte[] certificate = keys.getCertificate("mail").getEncoded();
      return new TestCertificate(
          store,
          pem(folder.resolve(host + ".pem"), "CERTIFICATE", certificate),
          pem(folder.resolve(host + ".key"), "PRIVATE KEY", key));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static Path pem(Path file, String what, byte[] der) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String text = "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    return Files.writeString(file, text, US_ASCII);
  }
}
