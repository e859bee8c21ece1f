package throughline.core.question;

/** The letters that a text is written in. */
public final class Script {
    private Script() {}

    /** Whether most letters of a text are none that English is written with; a text without letters is in no other script. */
    public static boolean isAnother(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
                .count();
        return letters > 2 * latin;
    }
}
