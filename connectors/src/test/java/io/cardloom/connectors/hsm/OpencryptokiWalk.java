package io.cardloom.connectors.hsm;

import static org.assertj.core.api.Assertions.assertThat;

import io.cardloom.production.key.hsm.KeyDriver;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract on a token of opencryptoki; a program of its own, because the library finds its
 * daemon in places that only the namespace shows which {@link OpencryptokiTest} sets up.
 */
final class OpencryptokiWalk extends PinContract {

    private final Token token;

    private OpencryptokiWalk(Token token) {
        this.token = token;
    }

    /** The library, the token's label and its PIN. */
    public static void main(String[] arguments) throws Exception {
        OpencryptokiWalk walk =
                new OpencryptokiWalk(
                        new Token(
                                new Cryptoki(Path.of(arguments[0])),
                                arguments[1],
                                arguments[2].getBytes(StandardCharsets.US_ASCII),
                                Set.of()));
        walk.readsWhatTheTokenCanDo();
        int walked = 0;
        for (Class<?> contract :
                List.of(
                        KeyDriverContract.class,
                        DataKeyContract.class,
                        KeyBlockContract.class,
                        DocumentContract.class,
                        CardContract.class,
                        PinContract.class)) {
            for (Method each : contract.getDeclaredMethods()) {
                if (each.isAnnotationPresent(Test.class)) {
                    each.invoke(walk);
                    System.out.println("walked " + each.getName());
                    walked++;
                }
            }
        }
        System.out.println("walked all " + walked);
        Runtime.getRuntime().halt(0); // the library's own threads would keep the process
    }

    @Override
    protected KeyDriver driver() {
        return new Pkcs11Keys(token).driver();
    }

    @Override
    protected KeyDriver again() {
        return new Pkcs11Keys(token).driver();
    }

    @Override
    protected Set<Ability> unable() {
        return Set.of(Ability.LET_KEYS_OUT);
    }

    private void readsWhatTheTokenCanDo() {
        System.out.println("mechanisms " + token.mechanisms().size());
        assertThat(token.mechanisms())
                .contains(Ck.CKM_DES3_ECB, Ck.CKM_AES_ECB)
                .doesNotContain(Ck.CKM_AES_CMAC, Ck.CKM_DES3_CMAC, Ck.CKM_DES3_ECB_ENCRYPT_DATA);
        System.out.println("pss " + token.mechanisms().contains(Ck.CKM_RSA_PKCS_PSS));
        System.out.println("gcm " + token.mechanisms().contains(Ck.CKM_AES_GCM));
        System.out.println("generators " + token.mechanisms().contains(Ck.CKM_DES2_KEY_GEN));
    }
}
