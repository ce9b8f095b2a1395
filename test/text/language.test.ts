import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../src/text/index.js';

describe('guessLanguage', () => {
  it.each([
    ['en', 'We use the information that you give us to run the service and to answer your questions.'],
    [
      'fr',
      'Nous utilisons les données que vous nous donnez pour fournir le service et répondre à vos questions.',
    ],
    [
      'de',
      'Wir verwenden die Daten, die Sie uns geben, um den Dienst zu betreiben und Ihre Fragen zu beantworten.',
    ],
    ['es', 'Usamos los datos que usted nos da para prestar el servicio y responder a sus preguntas.'],
    [
      'it',
      'Usiamo i dati che ci fornite per gestire il servizio e rispondere alle vostre domande con la nostra squadra.',
    ],
    [
      'nl',
      'Wij gebruiken de gegevens die u ons geeft om onze dienst te leveren en uw vragen te beantwoorden.',
    ],
    [
      'pt',
      'Usamos os dados que você nos dá para prestar o serviço e responder às suas perguntas, não para vender.',
    ],
    ['zh', '我们使用您提供的信息来运营服务并回答您的问题。'],
    ['ja', '当社は、お客様が提供する情報をサービスの運営のために使用します。'],
    ['ko', '당사는 서비스를 운영하고 질문에 답하기 위해 귀하가 제공하는 정보를 사용합니다.'],
    ['ru', 'Мы используем данные, которые вы нам даёте, чтобы предоставлять услуги.'],
  ])('tells %s', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it.each(['', 'Privacy', 'Zxq brrt flog wimble dorn kaput plim', '1 2 3 4 5 6 7 8'])(
    'leaves %j undetermined',
    (text) => {
      expect(guessLanguage(text)).toBe('und');
    },
  );

  it('is not led astray by a menu of languages or a name in another script', () => {
    const text = `Français Deutsch Español 中文\n${'We share the data with partners who help us to run the service. '.repeat(5)}`;
    expect(guessLanguage(text)).toBe('en');
  });

  it('looks at a sample spread over a long text', () => {
    const german = 'Wir geben die Daten nicht an Dritte weiter, und das ist auch in der Zukunft so. ';
    const head = 'Menu Home Shop Cart Login Help '.repeat(300);
    expect(guessLanguage(head + german.repeat(2_000))).toBe('de');
  });
});
