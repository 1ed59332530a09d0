import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Base64.Encoder;

/**
 * Makes the keys of a compose installation, once: {@code java deploy/compose/Keys.java deploy/compose/keys}.
 *
 * <p>Writes {@code issuer.jwk} (private: signs tokens, keep it), {@code issuer.pub.jwks} (what the services verify
 * with) and {@code gateway.env} (the gateway's reading token, good for a year). Files that exist are left alone.
 */
void main(String[] arguments) throws Exception {
  if (arguments.length != 1) {
    System.err.println("usage: java Keys.java FOLDER");
    System.exit(2);
  }
  Path folder = Files.createDirectories(Path.of(arguments[0]));
  if (Files.exists(folder.resolve("issuer.jwk"))) {
    System.out.println(folder + ": keys are there already, left alone");
    return;
  }
  KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
  generator.initialize(new ECGenParameterSpec("secp256r1"));
  KeyPair pair = generator.generateKeyPair();
  String keyId = "compose-" + Instant.now().getEpochSecond();
  String jwk = publicJwk(pair, keyId);
  String secret = coordinate(((ECPrivateKey) pair.getPrivate()).getS());

  Files.writeString(folder.resolve("issuer.jwk"), "{" + jwk + ",\"d\":\"" + secret + "\"}\n");
  Files.writeString(folder.resolve("issuer.pub.jwks"), "{\"keys\":[{" + jwk + "}]}\n");
  Files.writeString(folder.resolve("gateway.env"), "WAYMARK_GATEWAY_TOKEN=" + gatewayToken(pair, keyId) + "\n");
  System.out.println(folder + ": issuer.jwk, issuer.pub.jwks and gateway.env written");
}

static final Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

static String publicJwk(KeyPair pair, String keyId) {
  var point = ((ECPublicKey) pair.getPublic()).getW();
  return "\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\""
      .formatted(keyId, coordinate(point.getAffineX()), coordinate(point.getAffineY()));
}

/** 32 bytes, as RFC 7518 wants them: BigInteger adds a sign byte or drops leading zeros. */
static String coordinate(BigInteger number) {
  byte[] bytes = number.toByteArray();
  byte[] fixed = new byte[32];
  int length = Math.min(bytes.length, 32);
  System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
  return BASE64.encodeToString(fixed);
}

static String gatewayToken(KeyPair pair, String keyId) throws Exception {
  long expires = Instant.now().plus(Duration.ofDays(365)).getEpochSecond();
  String header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}";
  String claims =
      "{\"iss\":\"waymark\",\"sub\":\"gateway\",\"kind\":\"system\",\"bureau\":\"gateway\",\"roles\":[],\"exp\":"
          + expires
          + "}";
  String signed = BASE64.encodeToString(header.getBytes()) + "." + BASE64.encodeToString(claims.getBytes());
  Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
  signature.initSign(pair.getPrivate());
  signature.update(signed.getBytes());
  return signed + "." + BASE64.encodeToString(signature.sign());
}
