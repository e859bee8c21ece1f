package throughline.core.question;

class WordLanguageTest extends LanguageContract {
    @Override
    protected Language language() {
        return new WordLanguage();
    }
}
