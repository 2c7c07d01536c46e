import { describe, expect, it } from 'vitest';
import { checkEnglish } from './language.ts';

/** A sentence and a shorter one of each; Malay stands for Indonesian, which the detector does not tell from it. */
const FOREIGN: readonly (readonly [string, string, string])[] = [
  [
    'French',
    'Le ministre des affaires étrangères a rencontré hier à Paris son homologue allemand.',
    'La France condamne cette attaque.',
  ],
  [
    'German',
    'Der Bundeskanzler hat am Montag in Berlin mit dem polnischen Ministerpräsidenten gesprochen.',
    'Deutschland verurteilt den Angriff auf das Schärfste.',
  ],
  [
    'Spanish',
    'El presidente de México se reunió ayer con la canciller de Colombia en Bogotá.',
    'España condena el ataque contra la población.',
  ],
  [
    'Portuguese',
    'O presidente do Brasil reuniu-se ontem com o ministro das Relações Exteriores de Angola.',
    'Portugal condena o ataque contra civis.',
  ],
  [
    'Italian',
    'Il ministro degli Esteri italiano ha incontrato ieri a Roma il suo omologo libico.',
    "L'Italia condanna l'attacco contro i civili.",
  ],
  [
    'Dutch',
    'De minister van Buitenlandse Zaken heeft gisteren in Den Haag met zijn Belgische collega gesproken.',
    'Nederland veroordeelt de aanval op burgers.',
  ],
  [
    'Swedish',
    'Utrikesministern träffade i går sin finske kollega i Stockholm för samtal om säkerheten.',
    'Sverige fördömer attacken mot civila.',
  ],
  [
    'Norwegian',
    'Utenriksministeren møtte i går sin danske kollega i Oslo for å drøfte sikkerheten i nord.',
    'Norge fordømmer angrepet på sivile.',
  ],
  [
    'Danish',
    'Udenrigsministeren mødte i går sin svenske kollega i København for at drøfte sikkerheden.',
    'Danmark fordømmer angrebet på de civile.',
  ],
  [
    'Finnish',
    'Ulkoministeri tapasi eilen virolaisen virkaveljensä Helsingissä ja keskusteli turvallisuudesta.',
    'Suomi tuomitsee hyökkäyksen siviilejä vastaan.',
  ],
  [
    'Polish',
    'Minister spraw zagranicznych spotkał się wczoraj w Warszawie ze swoim ukraińskim odpowiednikiem.',
    'Polska potępia atak na ludność cywilną.',
  ],
  [
    'Czech',
    'Ministr zahraničí se včera v Praze setkal se svým slovenským protějškem.',
    'Česko odsuzuje útok na civilní obyvatelstvo.',
  ],
  [
    'Hungarian',
    'A külügyminiszter tegnap Budapesten találkozott szerb kollégájával.',
    'Magyarország elítéli a polgári lakosság elleni támadást.',
  ],
  [
    'Romanian',
    'Ministrul de externe s-a întâlnit ieri la București cu omologul său moldovean.',
    'România condamnă atacul împotriva civililor.',
  ],
  [
    'Bulgarian',
    'Министърът на външните работи се срещна вчера в София със своя гръцки колега.',
    'България осъжда нападението.',
  ],
  [
    'Russian',
    'Министр иностранных дел России провёл вчера в Москве переговоры с иранским коллегой.',
    'Россия осуждает нападение на мирных жителей.',
  ],
  [
    'Ukrainian',
    'Міністр закордонних справ зустрівся вчора в Києві зі своїм польським колегою.',
    'Україна засуджує напад на цивільних.',
  ],
  [
    'Serbian',
    'Министар спољних послова састао се јуче у Београду са својим мађарским колегом.',
    'Србија осуђује напад.',
  ],
  [
    'Croatian',
    'Ministar vanjskih poslova sastao se jučer u Zagrebu sa svojim slovenskim kolegom.',
    'Hrvatska osuđuje napad na civile.',
  ],
  [
    'Greek',
    'Ο υπουργός Εξωτερικών συναντήθηκε χθες στην Αθήνα με τον Κύπριο ομόλογό του.',
    'Η Ελλάδα καταδικάζει την επίθεση.',
  ],
  [
    'Turkish',
    'Dışişleri Bakanı dün Ankara’da Azerbaycanlı mevkidaşıyla görüştü.',
    'Türkiye sivillere yönelik saldırıyı kınıyor.',
  ],
  [
    'Arabic',
    'التقى وزير الخارجية أمس في القاهرة نظيره السوداني وبحثا الأوضاع في المنطقة.',
    'تدين مصر الهجوم على المدنيين.',
  ],
  [
    'Persian',
    'وزیر امور خارجه دیروز در تهران با همتای عراقی خود دیدار و گفتگو کرد.',
    'ایران این حمله را محکوم می‌کند.',
  ],
  [
    'Hebrew',
    'שר החוץ נפגש אתמול בירושלים עם עמיתו היווני ודן עמו במצב האזורי.',
    'ישראל מגנה את ההתקפה על אזרחים.',
  ],
  ['Hindi', 'विदेश मंत्री ने कल नई दिल्ली में अपने नेपाली समकक्ष से मुलाकात की।', 'भारत इस हमले की कड़ी निंदा करता है।'],
  ['Chinese', '外交部长昨天在北京会见了巴基斯坦外长。', '中国强烈谴责这次袭击。'],
  ['Japanese', '外務大臣は昨日東京で韓国の外相と会談した。', '日本はこの攻撃を強く非難する。'],
  ['Korean', '외교부 장관은 어제 서울에서 일본 외무상과 회담했다.', '한국은 이번 공격을 규탄한다.'],
  [
    'Vietnamese',
    'Bộ trưởng Ngoại giao hôm qua đã gặp người đồng cấp Lào tại Hà Nội.',
    'Việt Nam lên án cuộc tấn công vào dân thường.',
  ],
  ['Thai', 'รัฐมนตรีต่างประเทศพบกับรัฐมนตรีต่างประเทศลาวที่กรุงเทพเมื่อวานนี้', 'ประเทศไทยประณามการโจมตี'],
  [
    'Malay',
    'Menteri Luar Negeri kemarin bertemu dengan rekannya dari Malaysia di Jakarta.',
    'Indonesia mengutuk serangan terhadap warga sipil.',
  ],
  [
    'Catalan',
    "El ministre d'Afers Exteriors es va reunir ahir a Barcelona amb el seu homòleg francès.",
    'Catalunya condemna l’atac contra els civils.',
  ],
];
/** Hard to tell, and English all the same. */
const ENGLISH = [
  'Iran condemned Israel.',
  'Xi Jinping met Luiz Inácio Lula da Silva, Recep Tayyip Erdoğan, Nguyễn Phú Trọng and Ursula von der Leyen.',
  'Ayatollah Seyyed Ali Khamenei received Nouri al-Maliki, Ammar al-Hakim, Haider al-Abadi and Masoud Barzani.',
  'Mateusz Morawiecki, Péter Szijjártó, Zuzana Čaputová, Andrej Babiš.',
  'Putin Xi talks',
  'Mohamed ould Ghazouani and Bassirou Diomaye Faye signed the Ndiago accord.',
  'Signing of the Memorandum',
  'Communique',
  'Prime Minister Narendra Modi tweets: Namaste! Bharat Mata ki Jai, said the Prime Minister to the crowd at Red Fort.',
  'The minister told Le Monde: « La France ne cédera pas », and left for Brussels, where the Council met on Ukraine.',
  'Members present: Abdelmadjid Tebboune (Algeria), Patrice Talon (Benin), Évariste Ndayishimiye (Burundi), Paul Biya (Cameroon), Mahamat Idriss Déby (Chad).',
  'OK',
  'G7 Germany 2022 Schloss Elmau',
  'Iran Israel USA Russia China',
  'IRAN CONDEMNS ISRAEL STRIKE',
  'Readout',
  'Deputy Foreign Minister Mikhail Galuzin receives Ambassador Extraordinary and Plenipotentiary Sheikh Suhail Mohamed Al Zaabi',
  '1. 2. 3. 4. 5. 6. 7. 8. 9. 10.',
];
const MEETING = 'The President of the Republic met the Prime Minister of Canada in Paris on Monday.';

describe('the language of a text', () => {
  it.each(FOREIGN)('is %s, which is named', (language, ...texts) => {
    for (const text of texts) expect(() => checkEnglish(text)).toThrow(language);
  });
  it('is refused under a near name where the detector does not know it', () => {
    expect(() => checkEnglish('Tanzania inalaani mashambulizi dhidi ya raia wa nchi jirani.')).toThrow(
      'seems to be',
    );
  });
  it.each(ENGLISH)('is English: %s', (text) => {
    expect(() => checkEnglish(text)).not.toThrow();
  });
  it('is that of most of the text', () => {
    const french = 'Nous sommes prêts à travailler ensemble pour la paix et la sécurité de nos deux pays.';
    expect(() => checkEnglish(`${MEETING} He said: « ${french} » The two will meet again.`)).not.toThrow();
    expect(() => checkEnglish(`${french} Il a dit : « we stand with you ». ${french}`)).toThrow('French');
  });
});
